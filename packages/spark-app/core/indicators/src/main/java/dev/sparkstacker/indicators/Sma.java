package dev.sparkstacker.indicators;

/** Simple moving average: the mean of the last n values, n bars of warm-up. */
public final class Sma implements MovingAverage {
    private static final long TAG = StateTag.of("SMA");

    private final int length;
    private final RollingSum window;

    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Sma(int length) {
        this.length = Checks.atLeast(1, "length", length);
        window = new RollingSum(length);
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
        return "SMA(" + length + ")";
    }
}
