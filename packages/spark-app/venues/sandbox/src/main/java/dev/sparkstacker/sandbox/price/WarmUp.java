package dev.sparkstacker.sandbox.price;

import java.util.OptionalLong;

/**
 * Where a recording of ticks is taken up: its first part is history, so that strategies need not begin with nothing.
 * Half of it at most, {@value #LONGEST_BARS} minutes at most, from a whole minute on.
 */
public final class WarmUp {
    private static final long MINUTE_MS = 60_000;
    private static final long LONGEST_BARS = 200;

    private WarmUp() {}

    /** The source, taken up behind its warm-up; itself where it is no recording of ticks or too short. */
    public static PriceSource behind(PriceSource source) {
        OptionalLong endMs = source.endMs();
        if (source.kind() != SourceKind.RECORDED || endMs.isEmpty()) {
            return source;
        }
        long upTo = startMs(source.startMs(), endMs.getAsLong());
        return upTo > source.startMs() ? new SkippedSource(source, upTo) : source;
    }

    private static long startMs(long firstMs, long lastMs) {
        long latest = Math.min(firstMs + (lastMs - firstMs) / 2, firstMs + LONGEST_BARS * MINUTE_MS);
        return Math.floorDiv(latest, MINUTE_MS) * MINUTE_MS;
    }
}
