package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.indicators.RollingExtreme;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/** Where the close is within the last 20 bars, the newest included: support is the lowest low, resistance the highest high. */
final class Location {
    private static final int BARS = 20;

    private final RollingExtreme highest = RollingExtreme.highest(BARS);
    private final RollingExtreme lowest = RollingExtreme.lowest(BARS);
    private final double nearPct;
    private double close;

    Location(double nearPct) {
        this.nearPct = nearPct;
    }

    void update(double high, double low, double newClose) {
        highest.update(high);
        lowest.update(low);
        close = newClose;
    }

    boolean isReady() {
        return highest.isReady();
    }

    /** Distance of the close from support, for a buy, or resistance, for a sell, in percent of it. */
    double distancePct(Side side) {
        double extreme = side == Side.BUY ? lowest.value() : highest.value();
        return Math.abs(close - extreme) / extreme * 100;
    }

    boolean isNear(Side side) {
        return distancePct(side) < nearPct;
    }

    void save(StateSink sink) {
        highest.save(sink);
        lowest.save(sink);
        sink.putDouble(close);
    }

    void load(StateSource source) {
        highest.load(source);
        lowest.load(source);
        close = source.getDouble();
    }
}
