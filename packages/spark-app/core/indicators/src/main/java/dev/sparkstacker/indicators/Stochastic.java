package dev.sparkstacker.indicators;

/**
 * Fast stochastic oscillator, 0 to 100.
 *
 * <p>%K = 100 * (close - LL) / (HH - LL), where HH and LL are the highest high and the lowest low of the last k bars, the newest
 * included; %K is not smoothed. A flat range gives 50; the result is clamped to 0..100. %D is the simple mean of the last d values of %K;
 * until d values exist %D equals %K.
 *
 * <pre>
 *   bar   1 ......... k .............. k + d - 1
 *   %K    - - - - - - value ....................
 *   %D    - - - - - - equals %K ...... mean of d
 *         isReady()   yes
 *         isSmoothed()                 yes
 * </pre>
 */
public final class Stochastic implements Indicator {
    private static final long TAG = StateTag.of("STOCH");
    private static final double FLAT_RANGE = 50;
    private static final double FULL_SCALE = 100;

    private final int kLength;
    private final int dLength;
    private final RollingExtreme highestHigh;
    private final RollingExtreme lowestLow;
    private final RollingSum kValues;
    private double k;

    /**
     * Lengths in bars, for instance 9 and 3.
     *
     * @throws IllegalArgumentException if a length is below 1
     */
    public Stochastic(int kLength, int dLength) {
        this.kLength = Checks.atLeast(1, "%K length", kLength);
        this.dLength = Checks.atLeast(1, "%D length", dLength);
        highestHigh = RollingExtreme.highest(kLength);
        lowestLow = RollingExtreme.lowest(kLength);
        kValues = new RollingSum(dLength);
    }

    public void update(double high, double low, double close) {
        Checks.range(high, low);
        Checks.finite("close", close);
        highestHigh.update(high);
        lowestLow.update(low);
        if (highestHigh.isReady()) {
            k = percentK(highestHigh.value(), lowestLow.value(), close);
            kValues.add(k);
        }
    }

    private static double percentK(double highest, double lowest, double close) {
        double range = highest - lowest;
        return range == 0 ? FLAT_RANGE : Math.clamp(FULL_SCALE * (close - lowest) / range, 0, FULL_SCALE);
    }

    /** %K of the newest bar, 0 to 100. */
    public double k() {
        Checks.ready(this);
        return k;
    }

    /** %D of the newest bar, 0 to 100; equals {@link #k()} until {@link #isSmoothed()}. */
    public double d() {
        Checks.ready(this);
        return kValues.isFull() ? kValues.mean() : k;
    }

    /** Whether %D is a mean of d values, which is so from bar k + d - 1 on. */
    public boolean isSmoothed() {
        return kValues.isFull();
    }

    /** k: the bar from which %K and, as its stand-in, %D exist. */
    @Override
    public int warmUpBars() {
        return kLength;
    }

    @Override
    public boolean isReady() {
        return highestHigh.isReady();
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(kLength);
        sink.putInt(dLength);
        highestHigh.save(sink);
        lowestLow.save(sink);
        kValues.save(sink);
        sink.putDouble(k);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "%K length", kLength);
        Checks.expect(source, this, "%D length", dLength);
        highestHigh.load(source);
        lowestLow.load(source);
        kValues.load(source);
        k = source.getDouble();
    }

    @Override
    public String toString() {
        return "Stochastic(" + kLength + "/" + dLength + ")";
    }
}
