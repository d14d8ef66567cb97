package dev.sparkstacker.indicators;

/**
 * Exponential moving average with the smoothing factor 2 / (n + 1), seeded with the simple mean of its first n values; n bars of
 * warm-up.
 *
 * <p>Libraries that seed with the very first value differ at first; the difference shrinks by the factor (n - 1) / (n + 1) each bar.
 */
public final class Ema extends PriceAverage {
    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Ema(int length) {
        super("EMA", length, bars -> new RecursiveMean(bars, 2.0 / (bars + 1.0)));
    }
}
