package dev.sparkstacker.indicators;

/**
 * Average true range after Wilder, in units of the price: the first value is the simple mean of the first n true ranges (the first bar's
 * high - low among them), each later one moves by 1 / n towards the newest true range. Warm-up is n bars.
 */
public final class Atr implements Indicator {
    private static final long TAG = StateTag.of("ATR");

    private final int length;
    private final TrueRange trueRange = new TrueRange();
    private final RecursiveMean mean;

    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Atr(int length) {
        this.length = Checks.atLeast(1, "length", length);
        mean = new RecursiveMean(length, 1.0 / length);
    }

    public void update(double high, double low, double close) {
        trueRange.update(high, low, close);
        mean.add(trueRange.value());
    }

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
        return mean.isFull();
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(length);
        trueRange.save(sink);
        mean.save(sink);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "length", length);
        trueRange.load(source);
        mean.load(source);
    }

    @Override
    public String toString() {
        return "ATR(" + length + ")";
    }
}
