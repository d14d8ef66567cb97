package dev.sparkstacker.indicators;

/**
 * Hull's moving average: WMA(√n) of 2·WMA(n / 2) − WMA(n), which lags less than a plain average (Alan Hull, 2005). n / 2 is rounded
 * down, √n to the nearest. Warm-up is n + √n − 1 bars.
 */
public final class HullMa implements MovingAverage {
    private static final long TAG = StateTag.of("HULL");

    private final int length;
    private final Wma half;
    private final Wma whole;
    private final Wma smooth;

    /**
     * An average over {@code length} bars.
     *
     * @throws IllegalArgumentException if the length is below 2
     */
    public HullMa(int length) {
        this.length = Checks.atLeast(2, "length", length);
        half = new Wma(length / 2);
        whole = new Wma(length);
        smooth = new Wma((int) StrictMath.round(StrictMath.sqrt(length)));
    }

    public void update(double value) {
        Checks.finite("value", value);
        half.update(value);
        whole.update(value);
        if (whole.isReady()) {
            smooth.update(2 * half.value() - whole.value());
        }
    }

    @Override
    public void update(double price, double volume) {
        update(price);
    }

    @Override
    public double value() {
        Checks.ready(this);
        return smooth.value();
    }

    @Override
    public int warmUpBars() {
        return length + smooth.warmUpBars() - 1;
    }

    @Override
    public boolean isReady() {
        return smooth.isReady();
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(length);
        half.save(sink);
        whole.save(sink);
        smooth.save(sink);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "length", length);
        half.load(source);
        whole.load(source);
        smooth.load(source);
    }

    @Override
    public String toString() {
        return "HullMA(" + length + ")";
    }
}
