package dev.sparkstacker.wire.info;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A predicted rate.
 *
 * @param nextFundingTime unix ms
 */
public record PredictedRate(
        BigDecimal fundingRate,
        long nextFundingTime,
        @Nullable Integer fundingIntervalHours) {}
