package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.indicators.Stochastic;
import java.util.List;

/** The four unsmoothed stochastics (K/D): fast 9/3, medium 14/3, slow 40/4, trend 60/10; each 0..100. */
final class Oscillators {
    private static final double OVERSOLD = 20;
    private static final double OVERBOUGHT = 80;
    private static final double MIDDLE = 50;

    private final Stochastic fast = new Stochastic(9, 3);
    private final Stochastic medium = new Stochastic(14, 3);
    private final Stochastic slow = new Stochastic(40, 4);
    private final Stochastic trend = new Stochastic(60, 10);
    private final List<Stochastic> all = List.of(fast, medium, slow, trend);

    static int warmUpBars() {
        return 60;
    }

    void update(double high, double low, double close) {
        fast.update(high, low, close);
        medium.update(high, low, close);
        slow.update(high, low, close);
        trend.update(high, low, close);
    }

    boolean isReady() {
        return trend.isReady();
    }

    boolean hasFast() {
        return fast.isReady();
    }

    double fastK() {
        return fast.k();
    }

    double fastD() {
        return fast.d();
    }

    double mediumK() {
        return medium.k();
    }

    double slowK() {
        return slow.k();
    }

    double trendK() {
        return trend.k();
    }

    /** How many of the four are in the zone in which this side enters: below 20 for a buy, above 80 for a sell. */
    int inZone(Side side) {
        return (isInZone(fast.k(), side) ? 1 : 0)
                + (isInZone(medium.k(), side) ? 1 : 0)
                + (isInZone(slow.k(), side) ? 1 : 0)
                + (isInZone(trend.k(), side) ? 1 : 0);
    }

    boolean isQuadExtreme(Side side) {
        return inZone(side) == all.size();
    }

    boolean areFastAndMediumInZone(Side side) {
        return isInZone(fast.k(), side) && isInZone(medium.k(), side);
    }

    /** What they say now, untouched by later bars. */
    Reading reading() {
        return new Reading(fast.k(), fast.d(), medium.k(), slow.k(), trend.k());
    }

    /** What the oscillators said of one bar, each 0..100. */
    record Reading(double fastK, double fastD, double mediumK, double slowK, double trendK) {
        /** Which oscillators are not in the zone in which this side enters, for people. */
        String outside(Side side) {
            StringBuilder names = new StringBuilder();
            name(names, "fast", fastK, side);
            name(names, "medium", mediumK, side);
            name(names, "slow", slowK, side);
            name(names, "trend", trendK, side);
            return names.isEmpty() ? "none" : names.toString();
        }

        private static void name(StringBuilder names, String name, double k, Side side) {
            if (!isInZone(k, side)) {
                names.append(names.isEmpty() ? "" : " ").append(name);
            }
        }
    }

    private static boolean isInZone(double k, Side side) {
        return switch (side) {
            case BUY -> k < OVERSOLD;
            case SELL -> k > OVERBOUGHT;
        };
    }

    /** Whether slow and trend %K are both on this side's half. */
    boolean areSlowAndTrendWith(Side side) {
        return switch (side) {
            case BUY -> slow.k() > MIDDLE && trend.k() > MIDDLE;
            case SELL -> slow.k() < MIDDLE && trend.k() < MIDDLE;
        };
    }

    void save(StateSink sink) {
        all.forEach(oscillator -> oscillator.save(sink));
    }

    void load(StateSource source) {
        all.forEach(oscillator -> oscillator.load(source));
    }
}
