package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Rate;
import java.util.List;

/**
 * How orders are worked.
 *
 * @param entrySlippageCap how far through the touch an entry may pay, as a fraction
 * @param exitSlippageCaps the caps of successive exit attempts, each wider than the one before
 * @param exitStepMs venue milliseconds between exit attempts
 * @param triggerBound how far beyond its trigger a stop or target may execute, as a fraction
 * @param protectionTimeoutMs venue milliseconds within which stop and target must be seen resting
 * @param protectionTimeoutMachineMs the same limit in machine milliseconds; both must have passed, so that a venue
 *     clock that runs faster than the wall's does not call a working connection late
 * @param expiresAfterMs venue milliseconds after which the venue must refuse an order
 * @param absentAfterMs venue milliseconds beyond expiry before an unanswered order may be concluded absent
 * @param reconcileEveryMs venue milliseconds between reconciliations
 * @param maxBookAgeMs venue milliseconds after which a best bid and offer is too old to enter on
 */
public record OrderPolicy(
        Rate entrySlippageCap,
        List<Rate> exitSlippageCaps,
        long exitStepMs,
        Rate triggerBound,
        long protectionTimeoutMs,
        long protectionTimeoutMachineMs,
        long expiresAfterMs,
        long absentAfterMs,
        long reconcileEveryMs,
        long maxBookAgeMs) {}
