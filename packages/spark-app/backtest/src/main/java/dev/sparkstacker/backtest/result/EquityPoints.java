package dev.sparkstacker.backtest.result;

import dev.sparkstacker.backtest.stats.EquityCurve;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Usd;

/** Equity over time as two columns, exact; times rise. */
public final class EquityPoints {
    private final long[] timesMs;
    private final long[] equityE8;

    /** Copies both columns. @throws IllegalArgumentException if they differ in length or are empty */
    public EquityPoints(long[] timesMs, long[] equityE8) {
        if (timesMs.length != equityE8.length || timesMs.length == 0) {
            throw new IllegalArgumentException(
                    "As many times as values, at least one: " + timesMs.length + ", " + equityE8.length);
        }
        this.timesMs = timesMs.clone();
        this.equityE8 = equityE8.clone();
    }

    public int size() {
        return timesMs.length;
    }

    public long timeMs(int index) {
        return timesMs[index];
    }

    public Usd equity(int index) {
        return new Usd(equityE8[index]);
    }

    public Usd first() {
        return equity(0);
    }

    public Usd last() {
        return equity(size() - 1);
    }

    /** The same for statistics. */
    public EquityCurve curve() {
        double[] usd = new double[equityE8.length];
        for (int i = 0; i < usd.length; i++) {
            usd[i] = (double) equityE8[i] / FixedPoint.ONE;
        }
        return new EquityCurve(timesMs, usd);
    }
}
