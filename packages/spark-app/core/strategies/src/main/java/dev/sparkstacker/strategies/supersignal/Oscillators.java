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
        int count = 0;
        for (Stochastic oscillator : all) {
            count += isInZone(oscillator, side) ? 1 : 0;
        }
        return count;
    }

    boolean isQuadExtreme(Side side) {
        return inZone(side) == all.size();
    }

    boolean areFastAndMediumInZone(Side side) {
        return isInZone(fast, side) && isInZone(medium, side);
    }

    /** Which oscillators are not in the zone, for people. */
    String outside(Side side) {
        StringBuilder names = new StringBuilder();
        name(names, "fast", fast, side);
        name(names, "medium", medium, side);
        name(names, "slow", slow, side);
        name(names, "trend", trend, side);
        return names.isEmpty() ? "none" : names.toString();
    }

    private static void name(StringBuilder names, String name, Stochastic oscillator, Side side) {
        if (!isInZone(oscillator, side)) {
            names.append(names.isEmpty() ? "" : " ").append(name);
        }
    }

    private static boolean isInZone(Stochastic oscillator, Side side) {
        return switch (side) {
            case BUY -> oscillator.k() < OVERSOLD;
            case SELL -> oscillator.k() > OVERBOUGHT;
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
