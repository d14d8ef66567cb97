package dev.sparkstacker.indicators;

/**
 * Volume-weighted moving average of the last n bars. Warm-up is n bars. Where nothing was traded in all of them, no bar weighs more than
 * another and it is the plain mean.
 */
public final class Vwma implements MovingAverage {
    private static final long TAG = StateTag.of("VWMA");

    private final int length;
    private final RollingSum turnover;
    private final RollingSum volumes;
    private final RollingSum prices;

    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Vwma(int length) {
        this.length = Checks.atLeast(1, "length", length);
        turnover = new RollingSum(length);
        volumes = new RollingSum(length);
        prices = new RollingSum(length);
    }

    @Override
    public void update(double price, double volume) {
        Checks.finite("price", price);
        Checks.finite("volume", volume);
        if (volume < 0) {
            throw new IllegalArgumentException("volume must not be negative, was " + volume);
        }
        turnover.add(price * volume);
        volumes.add(volume);
        prices.add(price);
    }

    @Override
    public double value() {
        Checks.ready(this);
        return volumes.sum() > 0 ? turnover.sum() / volumes.sum() : prices.mean();
    }

    @Override
    public int warmUpBars() {
        return length;
    }

    @Override
    public boolean isReady() {
        return volumes.isFull();
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(length);
        turnover.save(sink);
        volumes.save(sink);
        prices.save(sink);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "length", length);
        turnover.load(source);
        volumes.load(source);
        prices.load(source);
    }

    @Override
    public String toString() {
        return "VWMA(" + length + ")";
    }
}
