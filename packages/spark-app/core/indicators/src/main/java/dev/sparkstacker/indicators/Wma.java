package dev.sparkstacker.indicators;

/** Linearly weighted moving average: the newest of n values weighs n, the oldest 1. Warm-up is n bars. */
public final class Wma implements MovingAverage {
    private static final long TAG = StateTag.of("WMA");

    private final int length;
    private final RollingWeightedSum window;

    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Wma(int length) {
        this.length = Checks.atLeast(1, "length", length);
        window = new RollingWeightedSum(length);
    }

    public void update(double value) {
        Checks.finite("value", value);
        window.add(value);
    }

    @Override
    public void update(double price, double volume) {
        update(price);
    }

    @Override
    public double value() {
        Checks.ready(this);
        return window.mean();
    }

    @Override
    public int warmUpBars() {
        return length;
    }

    @Override
    public boolean isReady() {
        return window.isFull();
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(length);
        window.save(sink);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "length", length);
        window.load(source);
    }

    @Override
    public String toString() {
        return "WMA(" + length + ")";
    }
}
