package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/**
 * For how many bars in a row the trend oscillator has been embedded in an extreme: above 90 or below 10. Against a market that is, an
 * entry needs location at first, and is blocked from the third bar on.
 */
final class EmbeddedStreak {
    private static final double HIGH = 90;
    private static final double LOW = 10;
    private static final int BLOCKING_BARS = 3;

    private int highBars;
    private int lowBars;

    void update(double trendK) {
        highBars = trendK > HIGH ? highBars + 1 : 0;
        lowBars = trendK < LOW ? lowBars + 1 : 0;
    }

    /** Bars against an entry on this side: a buy is counter-trend while the oscillator is embedded low. */
    int barsAgainst(Side side) {
        return side == Side.BUY ? lowBars : highBars;
    }

    /** The streak: above zero while embedded high, below zero while embedded low. */
    int bars() {
        return highBars - lowBars;
    }

    boolean blocks(Side side) {
        return barsAgainst(side) >= BLOCKING_BARS;
    }

    /** Embedded on either side, so that location is required. */
    boolean requiresLocation(Side side) {
        int bars = barsAgainst(side);
        return bars > 0 && bars < BLOCKING_BARS;
    }

    void save(StateSink sink) {
        sink.putInt(highBars);
        sink.putInt(lowBars);
    }

    void load(StateSource source) {
        highBars = source.getInt();
        lowBars = source.getInt();
    }
}
