package dev.sparkstacker.backtest.stats;

import java.util.OptionalDouble;

/**
 * Holding the market over the same time, unlevered and without cost, beside the strategy.
 *
 * @param marketReturn from first to last price, as a fraction
 * @param marketDrawdown deepest fall, as a fraction of its peak
 * @param correlation of the strategy's daily returns with the market's; empty where either does not vary
 */
public record Baseline(double marketReturn, double marketDrawdown, OptionalDouble correlation) {

    /**
     * Compares a market with a strategy.
     *
     * @param market the price as a curve, over the time of the strategy's
     */
    public static Baseline of(EquityCurve market, EquityCurve strategy) {
        return new Baseline(
                market.last() / market.first() - 1,
                Drawdowns.of(market).deepest(),
                correlation(market.dailyReturns(), strategy.dailyReturns()));
    }

    private static OptionalDouble correlation(double[] left, double[] right) {
        int n = Math.min(left.length, right.length);
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double meanLeft = 0;
        double meanRight = 0;
        for (int i = 0; i < n; i++) {
            meanLeft += left[i] / n;
            meanRight += right[i] / n;
        }
        double both = 0;
        double squaresLeft = 0;
        double squaresRight = 0;
        for (int i = 0; i < n; i++) {
            double a = left[i] - meanLeft;
            double b = right[i] - meanRight;
            both += a * b;
            squaresLeft += a * a;
            squaresRight += b * b;
        }
        return squaresLeft == 0 || squaresRight == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(both / Math.sqrt(squaresLeft * squaresRight));
    }
}
