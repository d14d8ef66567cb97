package dev.sparkstacker.indicators;

/**
 * Relative strength index after Wilder, 0 to 100: 100 * gain / (gain + loss), where gain and loss are Wilder's means of the rises and the
 * falls from one value to the next, each seeded with the simple mean of the first n. A market that moved neither up nor down gives 50.
 * Warm-up is n + 1 bars, because n changes need n + 1 values.
 */
public final class Rsi implements Indicator {
    private static final long TAG = StateTag.of("RSI");

    private final int length;
    private final RecursiveMean gain;
    private final RecursiveMean loss;
    private boolean started;
    private double previous;

    /**
     * An index over {@code length} changes.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public Rsi(int length) {
        this.length = Checks.atLeast(1, "length", length);
        gain = new RecursiveMean(length, 1.0 / length);
        loss = new RecursiveMean(length, 1.0 / length);
    }

    public void update(double value) {
        Checks.finite("value", value);
        if (started) {
            double change = value - previous;
            gain.add(Math.max(change, 0));
            loss.add(Math.max(-change, 0));
        }
        previous = value;
        started = true;
    }

    public double value() {
        Checks.ready(this);
        return index(gain.mean(), loss.mean());
    }

    /** 100 * gain / (gain + loss); 50 when both are zero. */
    static double index(double gain, double loss) {
        double movement = gain + loss;
        return movement == 0 ? 50 : 100 * (gain / movement);
    }

    @Override
    public int warmUpBars() {
        return length + 1;
    }

    @Override
    public boolean isReady() {
        return gain.isFull();
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(length);
        sink.putInt(started ? 1 : 0);
        sink.putDouble(previous);
        gain.save(sink);
        loss.save(sink);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "length", length);
        started = Checks.intBetween(source, "started flag", 0, 1) == 1;
        previous = source.getDouble();
        gain.load(source);
        loss.load(source);
    }

    @Override
    public String toString() {
        return "RSI(" + length + ")";
    }
}
