package dev.sparkstacker.indicators;

/**
 * Wilder's moving average: seeded with the simple mean of the first n values, then moved by 1 / n towards each new one. Warm-up is n bars.
 */
public final class Rma implements MovingAverage {
    private static final long TAG = StateTag.of("RMA");

    private final int length;
    private final RecursiveMean mean;

    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Rma(int length) {
        this.length = Checks.atLeast(1, "length", length);
        mean = new RecursiveMean(length, 1.0 / length);
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
        return "RMA(" + length + ")";
    }
}
