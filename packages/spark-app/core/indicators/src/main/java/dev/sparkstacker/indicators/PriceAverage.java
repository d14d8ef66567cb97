package dev.sparkstacker.indicators;

/** An average of n prices that does not look at volume; n bars of warm-up. The kinds differ in the mean they take. */
public abstract sealed class PriceAverage implements MovingAverage permits Sma, Ema, Rma, Wma {
    private final String kind;
    private final int length;
    private final Mean mean;

    /** How a kind makes its mean. */
    @FunctionalInterface
    interface Means {
        Mean over(int length);
    }

    /**
     * @param kind the abbreviation that names it
     * @throws IllegalArgumentException if the length is below 1
     */
    PriceAverage(String kind, int length, Means means) {
        this.kind = kind;
        this.length = Checks.atLeast(1, "length", length);
        mean = means.over(length);
    }

    /** Takes the next price. @throws IllegalArgumentException if it is not finite */
    public final void update(double value) {
        Checks.finite("value", value);
        mean.add(value);
    }

    @Override
    public final void update(double price, double volume) {
        update(price);
    }

    @Override
    public final double value() {
        Checks.ready(this);
        return mean.mean();
    }

    @Override
    public final int warmUpBars() {
        return length;
    }

    @Override
    public final boolean isReady() {
        return mean.isFull();
    }

    @Override
    public final void save(StateSink sink) {
        sink.putLong(StateTag.of(kind));
        sink.putInt(length);
        mean.save(sink);
    }

    @Override
    public final void load(StateSource source) {
        Checks.expect(source, this, "kind", StateTag.of(kind));
        Checks.expect(source, this, "length", length);
        mean.load(source);
    }

    @Override
    public final String toString() {
        return kind + "(" + length + ")";
    }
}
