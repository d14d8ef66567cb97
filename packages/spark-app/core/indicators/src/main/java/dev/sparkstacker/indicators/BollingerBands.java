package dev.sparkstacker.indicators;

/**
 * Bollinger bands of a price series, in units of the price: the simple mean of the last n values plus and minus a multiple of their
 * standard deviation. Which deviation is meant is a parameter; Bollinger's own is the population's. Warm-up is n bars.
 */
public final class BollingerBands implements Indicator {
    private static final long TAG = StateTag.of("BOLL");

    /** What the sum of squared deviations is divided by. */
    public enum Deviation {
        /** n: the bands as Bollinger defined them. */
        POPULATION(0),
        /** n - 1: the unbiased estimate of the variance. */
        SAMPLE(1);

        private final int lostDegreesOfFreedom;

        Deviation(int lostDegreesOfFreedom) {
            this.lostDegreesOfFreedom = lostDegreesOfFreedom;
        }
    }

    private final int length;
    private final double multiplier;
    private final Deviation deviation;
    private final RollingMoments window;

    /**
     * Bands over {@code length} bars, {@code multiplier} standard deviations away from the mean, for instance 20 and 2.
     *
     * @throws IllegalArgumentException if the length is below 1 (below 2 for {@link Deviation#SAMPLE}) or the multiplier is not a
     *     positive finite number
     */
    public BollingerBands(int length, double multiplier, Deviation deviation) {
        this.length = Checks.atLeast(1 + deviation.lostDegreesOfFreedom, "length", length);
        Checks.finite("multiplier", multiplier);
        if (multiplier <= 0) {
            throw new IllegalArgumentException("multiplier must be positive, was " + multiplier);
        }
        this.multiplier = multiplier;
        this.deviation = deviation;
        window = new RollingMoments(length);
    }

    public void update(double value) {
        Checks.finite("value", value);
        window.add(value);
    }

    /** The simple mean of the last n values. */
    public double middle() {
        Checks.ready(this);
        return window.mean();
    }

    public double upper() {
        return middle() + multiplier * standardDeviation();
    }

    public double lower() {
        return middle() - multiplier * standardDeviation();
    }

    /** The chosen standard deviation of the last n values, never negative. */
    public double standardDeviation() {
        Checks.ready(this);
        return StrictMath.sqrt(window.squaredDeviations() / (length - deviation.lostDegreesOfFreedom));
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
        sink.putDouble(multiplier);
        sink.putInt(deviation.lostDegreesOfFreedom);
        window.save(sink);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "length", length);
        Checks.expect(source, this, "multiplier bits", Double.doubleToRawLongBits(multiplier));
        Checks.expect(source, this, "lost degrees of freedom", deviation.lostDegreesOfFreedom);
        window.load(source);
    }

    @Override
    public String toString() {
        return "Bollinger(" + length + ", " + multiplier + ", " + deviation + ")";
    }
}
