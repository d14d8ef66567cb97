package dev.sparkstacker.wire.info;

import org.jspecify.annotations.Nullable;

/**
 * Which bars to return.
 *
 * @param interval 1m 3m 5m 15m 30m 1h 2h 4h 8h 12h 1d 3d 1w 1M
 * @param startTime unix ms, inclusive
 * @param endTime unix ms, inclusive; absent means now
 */
public record CandleRange(
        String coin,
        String interval,
        long startTime,
        @Nullable Long endTime) {}
