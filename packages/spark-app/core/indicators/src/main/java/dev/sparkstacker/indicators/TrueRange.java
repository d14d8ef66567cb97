package dev.sparkstacker.indicators;

/**
 * True range of the newest bar, in units of the price: the largest of high - low, |high - previous close| and |low - previous close|; the
 * first bar, which has no previous close, gives high - low. One bar of warm-up.
 */
public final class TrueRange implements Indicator {
    private static final long TAG = StateTag.of("TR");

    private boolean ready;
    private double previousClose;
    private double value;

    public void update(double high, double low, double close) {
        Checks.range(high, low);
        Checks.finite("close", close);
        value = high - low;
        if (ready) {
            value = Math.max(value, Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose)));
        }
        previousClose = close;
        ready = true;
    }

    public double value() {
        Checks.ready(this);
        return value;
    }

    @Override
    public int warmUpBars() {
        return 1;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(ready ? 1 : 0);
        sink.putDouble(previousClose);
        sink.putDouble(value);
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        ready = Checks.intBetween(source, "ready flag", 0, 1) == 1;
        previousClose = source.getDouble();
        value = source.getDouble();
    }

    @Override
    public String toString() {
        return "TrueRange";
    }
}
