package dev.sparkstacker.indicators;

/** Linearly weighted moving average: the newest of n values weighs n, the oldest 1. Warm-up is n bars. */
public final class Wma extends PriceAverage {
    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Wma(int length) {
        super("WMA", length, RollingWeightedSum::new);
    }
}
