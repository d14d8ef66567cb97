package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/** A pure state machine over closed bars of one market: no clock, no I/O, nothing but its own past. */
public interface Strategy {
    /** Closed bars it needs before it can judge. */
    int warmUpBars();

    /** Takes the next closed bar, oldest first, and judges it. */
    Judgement onBarClosed(Bar bar, Standing standing);

    /** Writes everything that its next judgement depends on. */
    void save(StateSink sink);

    /** Reads back what {@link #save} wrote. @throws IllegalStateException if it was another strategy's */
    void load(StateSource source);
}
