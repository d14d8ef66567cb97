package dev.sparkstacker.indicators;

/**
 * Relative strength index with simple means, 0 to 100: like {@link Rsi}, but gain and loss are the plain means of the last n rises and
 * falls (also known as Cutler's RSI). Unlike Wilder's it depends on nothing older than its window. Warm-up is n + 1 bars.
 */
public final class SimpleMeanRsi implements Indicator {
    private static final long TAG = StateTag.of("RSISMA");

    private final int length;
    private final RollingSum gain;
    private final RollingSum loss;
    private boolean started;
    private double previous;

    /**
     * An index over {@code length} changes.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public SimpleMeanRsi(int length) {
        this.length = Checks.atLeast(1, "length", length);
        gain = new RollingSum(length);
        loss = new RollingSum(length);
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
        return Rsi.index(gain.sum(), loss.sum());
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
        return "SimpleMeanRSI(" + length + ")";
    }
}
