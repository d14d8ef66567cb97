package dev.sparkstacker.indicators;

/**
 * Wilder's moving average: seeded with the simple mean of the first n values, then moved by 1 / n towards each new one. Warm-up is n bars.
 */
public final class Rma extends PriceAverage {
    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Rma(int length) {
        super("RMA", length, bars -> new RecursiveMean(bars, 1.0 / bars));
    }
}
