package dev.sparkstacker.indicators;

/**
 * Triple exponential moving average: 3·e1 − 3·e2 + e3, where e1 is the EMA of the price, e2 of e1 and e3 of e2 (Patrick Mulloy, 1994).
 * Warm-up is 3n − 2 bars.
 */
public final class Tema implements MovingAverage {
    private static final long TAG = StateTag.of("TEMA");

    private final int length;
    private final Ema first;
    private final Ema second;
    private final Ema third;

    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Tema(int length) {
        this.length = Checks.atLeast(1, "length", length);
        first = new Ema(length);
        second = new Ema(length);
        third = new Ema(length);
    }

    public void update(double value) {
        first.update(value);
        if (first.isReady()) {
            second.update(first.value());
        }
        if (second.isReady()) {
            third.update(second.value());
        }
    }

    @Override
    public void update(double price, double volume) {
        update(price);
    }

    @Override
    public double value() {
        Checks.ready(this);
        return 3 * first.value() - 3 * second.value() + third.value();
    }

    @Override
    public int warmUpBars() {
        return 3 * length - 2;
    }

    @Override
    public boolean isReady() {
        return third.isReady();
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(length);
        first.save(sink);
        second.save(sink);
        third.save(sink);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "length", length);
        first.load(source);
        second.load(source);
        third.load(source);
    }

    @Override
    public String toString() {
        return "TEMA(" + length + ")";
    }
}
