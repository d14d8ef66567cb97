package dev.sparkstacker.wire.info;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The address budget.
 *
 * @param cumVlm USD traded since inception
 */
public record RateLimit(
        BigDecimal cumVlm,
        long nRequestsUsed,
        long nRequestsCap,
        @Nullable Long nRequestsSurplus) {}
