package dev.sparkstacker.indicators;

/**
 * The straight line that fits the logarithm of the price best: one regression (least squares) for each of a set of lengths, of which the
 * one with the greatest |Pearson R| is taken; of equal ones the shortest.
 *
 * <pre>
 *   lengths  first, first + step, … last          for instance 20, 30, … 200
 *   line     exp(intercept + slope * bar)         slope &gt; 0: the trend is up
 *   bands    line * exp(∓ multiplier * deviation of the residuals)
 * </pre>
 *
 * One pass over the newest {@code last} values a bar serves all lengths. Values are taken relative to the newest, which changes neither
 * slope nor R and keeps their digits. Warm-up is {@code last} bars.
 */
public final class TrendFinder implements Indicator {
    private static final long TAG = StateTag.of("TRND");

    private final int first;
    private final int step;
    private final int last;
    private final double multiplier;
    private final Ring logs;
    private int length;
    private double correlation;
    private double slope;
    private double fitted;
    private double deviation;

    /**
     * Lengths in bars, band width in deviations.
     *
     * @throws IllegalArgumentException if first is below 3, step below 1, last not a whole number of steps above first, or the multiplier
     *     not positive
     */
    public TrendFinder(int first, int step, int last, double multiplier) {
        this.first = Checks.atLeast(3, "first length", first);
        this.step = Checks.atLeast(1, "step", step);
        this.last = Checks.atLeast(first, "last length", last);
        if ((last - first) % step != 0) {
            throw new IllegalArgumentException(
                    "last length " + last + " is not a whole number of steps of " + step + " above " + first);
        }
        Checks.finite("multiplier", multiplier);
        if (multiplier <= 0) {
            throw new IllegalArgumentException("multiplier must be positive, was " + multiplier);
        }
        this.multiplier = multiplier;
        logs = new Ring(last);
    }

    public void update(double price) {
        Checks.finite("price", price);
        if (price <= 0) {
            throw new IllegalArgumentException("price must be positive, was " + price);
        }
        logs.add(StrictMath.log(price));
        if (logs.isFull()) {
            fit();
        }
    }

    /** Walks from the newest value back; x counts bars back, so that a rising price has a falling line in x. */
    private void fit() {
        length = 0;
        double newest = logs.get(0);
        double sumY = 0;
        double sumXy = 0;
        double sumYy = 0;
        int due = first;
        for (int x = 0; x < last; x++) {
            double y = logs.get(x) - newest;
            sumY += y;
            sumXy += x * y;
            sumYy += y * y;
            if (x + 1 == due) {
                consider(due, newest, sumY, sumXy, sumYy);
                due += step;
            }
        }
    }

    private void consider(int n, double newest, double sumY, double sumXy, double sumYy) {
        double meanX = (n - 1) / 2.0;
        double squaresX = n * ((double) n * n - 1) / 12;
        double meanY = sumY / n;
        double squaresY = Math.max(0, sumYy - n * meanY * meanY);
        double both = sumXy - n * meanX * meanY;
        double r = squaresY == 0 ? 0 : -both / StrictMath.sqrt(squaresX * squaresY);
        if (length != 0 && Math.abs(r) <= Math.abs(correlation)) {
            return;
        }
        length = n;
        correlation = Math.max(-1, Math.min(1, r));
        slope = -both / squaresX;
        fitted = newest + meanY + slope * meanX;
        deviation = StrictMath.sqrt(Math.max(0, squaresY - both * both / squaresX) / n);
    }

    /** The length that fits best, in bars. */
    public int length() {
        Checks.ready(this);
        return length;
    }

    /** Pearson's R of price and time at that length, −1..1: its sign is the trend's. */
    public double correlation() {
        Checks.ready(this);
        return correlation;
    }

    /** Change of the logarithm a bar. */
    public double slope() {
        Checks.ready(this);
        return slope;
    }

    /** The line at the newest bar, in units of the price. */
    public double line() {
        Checks.ready(this);
        return StrictMath.exp(fitted);
    }

    public double lower() {
        Checks.ready(this);
        return StrictMath.exp(fitted - multiplier * deviation);
    }

    public double upper() {
        Checks.ready(this);
        return StrictMath.exp(fitted + multiplier * deviation);
    }

    @Override
    public int warmUpBars() {
        return last;
    }

    @Override
    public boolean isReady() {
        return logs.isFull();
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(first);
        sink.putInt(step);
        sink.putInt(last);
        sink.putDouble(multiplier);
        logs.save(sink);
        sink.putInt(length);
        sink.putDouble(correlation);
        sink.putDouble(slope);
        sink.putDouble(fitted);
        sink.putDouble(deviation);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "first length", first);
        Checks.expect(source, this, "step", step);
        Checks.expect(source, this, "last length", last);
        Checks.expect(source, this, "multiplier bits", Double.doubleToRawLongBits(multiplier));
        logs.load(source);
        length = Checks.intBetween(source, "fitted length", 0, last);
        correlation = source.getDouble();
        slope = source.getDouble();
        fitted = source.getDouble();
        deviation = source.getDouble();
    }

    @Override
    public String toString() {
        return "TrendFinder(" + first + ".." + last + " by " + step + ", " + multiplier + ")";
    }
}
