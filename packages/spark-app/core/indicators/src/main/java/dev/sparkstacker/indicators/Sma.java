package dev.sparkstacker.indicators;

/** Simple moving average: the mean of the last n values, n bars of warm-up. */
public final class Sma extends PriceAverage {
    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Sma(int length) {
        super("SMA", length, RollingSum::new);
    }
}
