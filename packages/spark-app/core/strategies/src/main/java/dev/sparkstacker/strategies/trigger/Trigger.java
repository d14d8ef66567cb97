package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/** Turns closed bars into signals. */
interface Trigger {
    /** Closed bars before the first signal is possible. */
    int warmUpBars();

    /** Takes a bar; returns what it says, or {@link Reading#COLD} before the warm-up is over. */
    Reading onBar(Bar bar);

    void save(StateSink sink);

    void load(StateSource source);
}
