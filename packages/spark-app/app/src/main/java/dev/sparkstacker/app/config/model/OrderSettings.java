package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import java.math.BigDecimal;
import java.util.List;

/** How orders are worked. Times are venue time. */
public record OrderSettings(
        @Setting(
                value = "How far through the best price an entry may pay, in percent (0.5 = 0.5 %).",
                byDefault = "0.5",
                min = "0.01",
                max = "10",
                env = "SLIPPAGE_THRESHOLD")
        BigDecimal entrySlippagePct,

        @Setting(
                value = "The same for successive exit attempts, each wider than the one before.",
                byDefault = "0.5, 1, 2, 5",
                min = "0.01",
                max = "50")
        List<BigDecimal> exitSlippagePct,

        @Setting(value = "Time between exit attempts.", byDefault = "1000", min = "100", max = "60000")
        long exitStepMs,

        @Setting(
                value = "How far beyond its trigger a stop or target may execute, in percent.",
                byDefault = "10",
                min = "0.1",
                max = "50")
        BigDecimal triggerBoundPct,

        @Setting(
                value = "Time within which stop and target must be seen resting, else the position is closed.",
                byDefault = "2000",
                min = "500",
                max = "60000")
        long protectionTimeoutMs,

        @Setting(
                value = "The same in machine time; both must have passed, so that a fast sandbox clock is no failure.",
                byDefault = "2000",
                min = "500",
                max = "60000")
        long protectionTimeoutMachineMs,

        @Setting(
                value = "After this time the venue must refuse an order.",
                byDefault = "5000",
                min = "1000",
                max = "60000")
        long expiresAfterMs,

        @Setting(
                value = "Time beyond expiry before an unanswered order may be concluded absent.",
                byDefault = "2000",
                min = "500",
                max = "60000")
        long absentAfterMs,

        @Setting(value = "Time between reconciliations.", byDefault = "30000", min = "5000", max = "3600000")
        long reconcileEveryMs,

        @Setting(
                value = "Age after which a best bid and offer is too old to enter on.",
                byDefault = "5000",
                min = "100",
                max = "60000")
        long maxBookAgeMs,

        @Setting(
                value = "What to do with a position the product did not open: adopt, close or halt.",
                byDefault = "halt")
        UnknownPositionPolicy unknownPositions) {}
