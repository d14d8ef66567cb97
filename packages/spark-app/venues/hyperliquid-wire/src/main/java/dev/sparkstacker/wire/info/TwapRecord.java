package dev.sparkstacker.wire.info;

import org.jspecify.annotations.Nullable;

/**
 * One change of a TWAP order's status.
 *
 * @param time unix <em>seconds</em>
 */
public record TwapRecord(
        long time,
        TwapState state,
        TwapOutcome status,
        @Nullable Long twapId) {}
