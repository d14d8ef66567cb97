package dev.sparkstacker.benchmarks;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/** Latencies in nanoseconds, told in other units. */
final class Percentiles {
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final double NANOS_PER_MICRO = 1_000;

    private final Histogram histogram = new Histogram(HIGHEST_NANOS, 3);

    void record(long nanos) {
        histogram.recordValue(Math.min(nanos, HIGHEST_NANOS));
    }

    void reset() {
        histogram.reset();
    }

    double micros(double percentile) {
        return histogram.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
    }

    double maxMicros() {
        return histogram.getMaxValue() / NANOS_PER_MICRO;
    }

    long count() {
        return histogram.getTotalCount();
    }

    /** The middle one; of an even number the lower middle. @throws IllegalArgumentException if there is none */
    static double median(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("No median of nothing");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
