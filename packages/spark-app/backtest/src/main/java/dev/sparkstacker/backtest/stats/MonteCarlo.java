package dev.sparkstacker.backtest.stats;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the same trades could have been worth in other luck: they are drawn again with replacement (bootstrap; Efron, "Bootstrap
 * Methods", Annals of Statistics 7, 1979), many times, each time as many as there were.
 *
 * @param profitLow 5th percentile of the net profit in USD
 * @param drawdownMedian median of the largest drawdown in USD, from the start or a peak
 * @param drawdownHigh its 95th percentile
 * @param lossProbability fraction of runs that lost money
 */
public record MonteCarlo(
        int runs,
        long seed,
        double profitLow,
        double profitMedian,
        double profitHigh,
        double drawdownMedian,
        double drawdownHigh,
        double lossProbability) {

    /** Same trades, runs and seed give the same figures. @throws IllegalArgumentException without trades or runs */
    public static MonteCarlo of(List<TradeFact> trades, int runs, long seed) {
        if (trades.isEmpty() || runs < 1) {
            throw new IllegalArgumentException("Needs trades and at least one run: " + trades.size() + ", " + runs);
        }
        double[] profits = trades.stream().mapToDouble(TradeFact::netPnl).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        double[] totals = new double[runs];
        double[] drawdowns = new double[runs];
        for (int run = 0; run < runs; run++) {
            double equity = 0;
            double peak = 0;
            double deepest = 0;
            for (int i = 0; i < profits.length; i++) {
                equity += profits[random.nextInt(profits.length)];
                peak = Math.max(peak, equity);
                deepest = Math.max(deepest, peak - equity);
            }
            totals[run] = equity;
            drawdowns[run] = deepest;
        }
        Arrays.sort(totals);
        Arrays.sort(drawdowns);
        return new MonteCarlo(
                runs,
                seed,
                percentile(totals, 5),
                percentile(totals, 50),
                percentile(totals, 95),
                percentile(drawdowns, 50),
                percentile(drawdowns, 95),
                Arrays.stream(totals).filter(total -> total < 0).count() / (double) runs);
    }

    /** Nearest rank. */
    private static double percentile(double[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }
}
