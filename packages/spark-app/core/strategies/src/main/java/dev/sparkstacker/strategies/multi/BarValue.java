package dev.sparkstacker.strategies.multi;

import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/** A value of the newest bar itself. */
final class BarValue implements Term.Source {
    private final Field field;
    private boolean ready;
    private double value;

    /** Which. */
    enum Field {
        CLOSE,
        HIGH,
        LOW,
        VOLUME
    }

    BarValue(Field field) {
        this.field = field;
    }

    @Override
    public void update(double high, double low, double close, double volume) {
        ready = true;
        value = switch (field) {
            case CLOSE -> close;
            case HIGH -> high;
            case LOW -> low;
            case VOLUME -> volume;
        };
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public int warmUpBars() {
        return 1;
    }

    @Override
    public void save(StateSink sink) {
        sink.putInt(ready ? 1 : 0);
        sink.putDouble(value);
    }

    @Override
    public void load(StateSource source) {
        ready = source.getInt() == 1;
        value = source.getDouble();
    }
}
