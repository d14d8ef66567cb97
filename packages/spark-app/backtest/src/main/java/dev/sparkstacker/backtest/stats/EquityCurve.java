package dev.sparkstacker.backtest.stats;

import java.util.Arrays;

/**
 * Equity over time, oldest first. Equity is in USD and includes unrealised profit.
 *
 * <p>Returns are taken from the last equity of each UTC day, because a statistic of every mark would depend on how often
 * somebody looked.
 */
public final class EquityCurve {
    private static final long DAY_MS = 86_400_000;

    private final long[] timesMs;
    private final double[] equityUsd;

    /**
     * A curve over two columns of the same length, which are copied.
     *
     * @throws IllegalArgumentException if the columns differ in length, are empty, or times do not rise
     */
    public EquityCurve(long[] timesMs, double[] equityUsd) {
        if (timesMs.length != equityUsd.length || timesMs.length == 0) {
            throw new IllegalArgumentException("An equity curve needs as many times as values, at least one: "
                    + timesMs.length + ", " + equityUsd.length);
        }
        for (int i = 1; i < timesMs.length; i++) {
            if (timesMs[i] <= timesMs[i - 1]) {
                throw new IllegalArgumentException("Times must rise: " + timesMs[i - 1] + ", then " + timesMs[i]);
            }
        }
        this.timesMs = timesMs.clone();
        this.equityUsd = equityUsd.clone();
    }

    public int size() {
        return timesMs.length;
    }

    public long timeMs(int index) {
        return timesMs[index];
    }

    public double equityUsd(int index) {
        return equityUsd[index];
    }

    public double first() {
        return equityUsd[0];
    }

    public double last() {
        return equityUsd[equityUsd.length - 1];
    }

    /** From the first to the last mark. */
    public long durationMs() {
        return timesMs[timesMs.length - 1] - timesMs[0];
    }

    /**
     * Simple returns from day to day as fractions; the first day's is measured from the first mark. Days without a mark
     * count as days without a change. Ends early, before the day on which equity was used up: no return can be taken from
     * nothing.
     */
    public double[] dailyReturns() {
        int days = (int) (day(timesMs.length - 1) - day(0)) + 1;
        double[] returns = new double[days];
        double before = equityUsd[0];
        int index = 0;
        for (int i = 0; i < days; i++) {
            if (before <= 0) {
                return Arrays.copyOf(returns, i);
            }
            double atEnd = before;
            while (index < timesMs.length && day(index) == day(0) + i) {
                atEnd = equityUsd[index++];
            }
            returns[i] = atEnd / before - 1;
            before = atEnd;
        }
        return returns;
    }

    private long day(int index) {
        return Math.floorDiv(timesMs[index], DAY_MS);
    }
}
