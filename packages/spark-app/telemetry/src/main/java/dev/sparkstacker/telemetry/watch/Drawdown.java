package dev.sparkstacker.telemetry.watch;

import java.util.ArrayDeque;

/**
 * The largest fall from a peak within a moving window, in percent. Samples are gathered in buckets of a 120th of the
 * window, each keeping its highest and lowest value and its own largest fall.
 */
final class Drawdown {
    private static final int BUCKETS = 120;

    private final long windowMs;
    private final long bucketMs;
    private final ArrayDeque<Bucket> buckets = new ArrayDeque<>();

    private static final class Bucket {
        final long startMs;
        double high;
        double low;
        double fall;

        Bucket(long startMs, double value) {
            this.startMs = startMs;
            high = value;
            low = value;
        }

        void add(double value) {
            high = Math.max(high, value);
            low = Math.min(low, value);
            fall = Math.max(fall, fallPercent(high, value));
        }
    }

    Drawdown(long windowMs) {
        this.windowMs = windowMs;
        this.bucketMs = windowMs / BUCKETS;
    }

    /** Adds a value; times never go back. */
    void add(long timeMs, double value) {
        long startMs = timeMs - Math.floorMod(timeMs, bucketMs);
        Bucket last = buckets.peekLast();
        if (last == null || last.startMs < startMs) {
            buckets.addLast(new Bucket(startMs, value));
        } else {
            last.add(value);
        }
        while (!buckets.isEmpty() && buckets.getFirst().startMs + bucketMs <= timeMs - windowMs) {
            buckets.removeFirst();
        }
    }

    /** The largest fall in the window, 0 or more. */
    double percent() {
        double peak = Double.NEGATIVE_INFINITY;
        double worst = 0;
        for (Bucket bucket : buckets) {
            worst = Math.max(worst, Math.max(bucket.fall, fallPercent(peak, bucket.low)));
            peak = Math.max(peak, bucket.high);
        }
        return worst;
    }

    private static double fallPercent(double peak, double value) {
        return peak > 0 && value < peak ? 100.0 * (peak - value) / peak : 0;
    }
}
