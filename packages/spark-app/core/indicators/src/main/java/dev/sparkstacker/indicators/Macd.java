package dev.sparkstacker.indicators;

/**
 * Moving average convergence divergence of a price series.
 *
 * <pre>
 *   bar      1 ........ slow ............ slow + signal - 1
 *   line     - - - - -  EMA(fast) - EMA(slow) .............
 *   signal   - - - - -  - - seeding - - - EMA(signal) of the line
 *   ready                                 yes
 * </pre>
 *
 * The histogram is line minus signal. All three are in units of the price. Warm-up is slow + signal - 1 bars.
 */
public final class Macd implements Indicator {
    private static final long TAG = StateTag.of("MACD");

    private final int fastLength;
    private final int slowLength;
    private final int signalLength;
    private final Ema fast;
    private final Ema slow;
    private final Ema signal;
    private double line;

    /**
     * Lengths in bars, for instance 8, 21, 5.
     *
     * @throws IllegalArgumentException if a length is below 1 or fast is not shorter than slow
     */
    public Macd(int fastLength, int slowLength, int signalLength) {
        this.fastLength = Checks.atLeast(1, "fast length", fastLength);
        this.slowLength = Checks.atLeast(1, "slow length", slowLength);
        this.signalLength = Checks.atLeast(1, "signal length", signalLength);
        if (fastLength >= slowLength) {
            throw new IllegalArgumentException(
                    "fast length must be below slow length, were " + fastLength + " and " + slowLength);
        }
        fast = new Ema(fastLength);
        slow = new Ema(slowLength);
        signal = new Ema(signalLength);
    }

    public void update(double price) {
        Checks.finite("price", price);
        fast.update(price);
        slow.update(price);
        if (slow.isReady()) {
            line = fast.value() - slow.value();
            signal.update(line);
        }
    }

    /** EMA(fast) minus EMA(slow). */
    public double line() {
        Checks.ready(this);
        return line;
    }

    /** EMA(signal) of the line. */
    public double signal() {
        Checks.ready(this);
        return signal.value();
    }

    /** Line minus signal: positive while the line is above its signal. */
    public double histogram() {
        return line() - signal();
    }

    @Override
    public int warmUpBars() {
        return slowLength + signalLength - 1;
    }

    @Override
    public boolean isReady() {
        return signal.isReady();
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        fast.save(sink);
        slow.save(sink);
        signal.save(sink);
        sink.putDouble(line);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        fast.load(source);
        slow.load(source);
        signal.load(source);
        line = source.getDouble();
    }

    @Override
    public String toString() {
        return "MACD(" + fastLength + "/" + slowLength + "/" + signalLength + ")";
    }
}
