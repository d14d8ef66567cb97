package dev.sparkstacker.indicators;

/**
 * Supertrend whose distance from the price follows the market's volatility class instead of the last bar's range.
 *
 * <pre>
 *   range    = ATR(atr length), Wilder
 *   class    = k-means of the last n ranges: low, medium, high;  adapted = centre of the newest one's class
 *   basic    = (high + low) / 2 ∓ factor * adapted
 *   lower    = rises only, unless the close before was below it;   upper = falls only, unless the close before was above it
 *   trend    = up   until a close below lower, then down
 *              down until a close above upper, then up;            it begins up if the first close is above the middle of its bar
 * </pre>
 *
 * Warm-up is atr length + n − 1 bars.
 */
public final class AdaptiveSupertrend implements Indicator {
    private static final long TAG = StateTag.of("ASUP");
    private static final int MAX_ITERATIONS = 10;

    private final int atrLength;
    private final int training;
    private final double factor;
    private final Atr atr;
    private final VolatilityClusters clusters;
    private boolean ready;
    private boolean up;
    private boolean flipped;
    private double lower;
    private double upper;
    private double previousClose;

    /**
     * For instance 10, 100 and 3.
     *
     * @throws IllegalArgumentException if the ATR length is below 1, the training length below 3 or the factor not positive
     */
    public AdaptiveSupertrend(int atrLength, int training, double factor) {
        this.atrLength = Checks.atLeast(1, "ATR length", atrLength);
        this.training = Checks.atLeast(3, "training length", training);
        Checks.finite("factor", factor);
        if (factor <= 0) {
            throw new IllegalArgumentException("factor must be positive, was " + factor);
        }
        this.factor = factor;
        atr = new Atr(atrLength);
        clusters = new VolatilityClusters(training, MAX_ITERATIONS);
    }

    public void update(double high, double low, double close) {
        atr.update(high, low, close);
        if (!atr.isReady()) {
            return;
        }
        clusters.add(atr.value());
        if (!clusters.isReady()) {
            return;
        }
        double middle = (high + low) / 2;
        double distance = factor * clusters.centroid();
        if (ready) {
            step(middle - distance, middle + distance, close);
        } else {
            lower = middle - distance;
            upper = middle + distance;
            up = close >= middle;
            ready = true;
        }
        previousClose = close;
    }

    private void step(double basicLower, double basicUpper, double close) {
        lower = previousClose < lower ? basicLower : Math.max(lower, basicLower);
        upper = previousClose > upper ? basicUpper : Math.min(upper, basicUpper);
        boolean before = up;
        up = up ? close >= lower : close > upper;
        flipped = up != before;
    }

    /** Whether the trend is up. */
    public boolean isUp() {
        Checks.ready(this);
        return up;
    }

    /** Whether the newest bar turned the trend. */
    public boolean hasFlipped() {
        Checks.ready(this);
        return flipped;
    }

    /** The line a close must cross to turn the trend, in units of the price. */
    public double line() {
        Checks.ready(this);
        return up ? lower : upper;
    }

    /** Volatility class of the newest bar: 0 low, 1 medium, 2 high. */
    public int volatility() {
        Checks.ready(this);
        return clusters.cluster();
    }

    @Override
    public int warmUpBars() {
        return atrLength + training - 1;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(training);
        sink.putDouble(factor);
        atr.save(sink);
        clusters.save(sink);
        sink.putInt((ready ? 1 : 0) + (up ? 2 : 0) + (flipped ? 4 : 0));
        sink.putDouble(lower);
        sink.putDouble(upper);
        sink.putDouble(previousClose);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "training length", training);
        Checks.expect(source, this, "factor bits", Double.doubleToRawLongBits(factor));
        atr.load(source);
        clusters.load(source);
        int flags = Checks.intBetween(source, "supertrend flags", 0, 7);
        ready = (flags & 1) != 0;
        up = (flags & 2) != 0;
        flipped = (flags & 4) != 0;
        lower = source.getDouble();
        upper = source.getDouble();
        previousClose = source.getDouble();
    }

    @Override
    public String toString() {
        return "AdaptiveSupertrend(" + atrLength + ", " + training + ", " + factor + ")";
    }
}
