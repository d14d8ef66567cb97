package dev.sparkstacker.strategies.multi;

import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/** A number. */
record Constant(double value) implements Term.Source {
    @Override
    public void update(double high, double low, double close, double volume) {
        // A number does not change.
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public int warmUpBars() {
        return 1;
    }

    @Override
    public void save(StateSink sink) {
        // It has no state.
    }

    @Override
    public void load(StateSource source) {
        // It has no state.
    }
}
