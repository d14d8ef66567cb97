package dev.sparkstacker.indicators;

/**
 * Exponential moving average with the smoothing factor 2 / (n + 1), seeded with the simple mean of its first n values; n bars of
 * warm-up.
 *
 * <p>Libraries that seed with the very first value differ at first; the difference shrinks by the factor (n - 1) / (n + 1) each bar.
 */
public final class Ema implements MovingAverage {
    private static final long TAG = StateTag.of("EMA");

    private final int length;
    private final RecursiveMean mean;

    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Ema(int length) {
        this.length = Checks.atLeast(1, "length", length);
        mean = new RecursiveMean(length, 2.0 / (length + 1.0));
    }

    public void update(double value) {
        Checks.finite("value", value);
        mean.add(value);
    }

    @Override
    public void update(double price, double volume) {
        update(price);
    }

    @Override
    public double value() {
        Checks.ready(this);
        return mean.mean();
    }

    @Override
    public int warmUpBars() {
        return length;
    }

    @Override
    public boolean isReady() {
        return mean.isSeeded();
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(length);
        mean.save(sink);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "length", length);
        mean.load(source);
    }

    @Override
    public String toString() {
        return "EMA(" + length + ")";
    }
}
