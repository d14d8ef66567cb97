package dev.sparkstacker.backtest.stats;

import java.util.OptionalDouble;

/**
 * Reward for risk, of daily returns, annualised over 365 days because these markets never close. The rate without risk is
 * taken as zero. What cannot be computed is empty.
 */
public final class Ratios {
    /** Days in a year of a market that never closes. */
    public static final double DAYS_A_YEAR = 365;

    private Ratios() {}

    /** Mean over deviation (Sharpe, "The Sharpe Ratio", Journal of Portfolio Management 21, 1994). */
    public static OptionalDouble sharpe(double[] dailyReturns) {
        OptionalDouble daily = dailySharpe(dailyReturns);
        return daily.isEmpty() ? daily : OptionalDouble.of(daily.getAsDouble() * Math.sqrt(DAYS_A_YEAR));
    }

    /** Not annualised: what the probabilistic Sharpe ratio is made from. */
    public static OptionalDouble dailySharpe(double[] dailyReturns) {
        Moments moments = Moments.of(dailyReturns);
        if (moments.deviation().isEmpty() || moments.deviation().getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                moments.mean().orElseThrow() / moments.deviation().getAsDouble());
    }

    /**
     * Mean over downside deviation, the root mean square of the losses over <em>all</em> days (Sortino and Price,
     * "Performance Measurement in a Downside Risk Framework", Journal of Investing 3, 1994).
     */
    public static OptionalDouble sortino(double[] dailyReturns) {
        double squares = 0;
        double sum = 0;
        for (double value : dailyReturns) {
            sum += value;
            squares += value < 0 ? value * value : 0;
        }
        if (dailyReturns.length < 2 || squares == 0) {
            return OptionalDouble.empty();
        }
        int n = dailyReturns.length;
        return OptionalDouble.of(sum / n / Math.sqrt(squares / n) * Math.sqrt(DAYS_A_YEAR));
    }

    /** Sum of gains over sum of losses of daily returns (Keating and Shadwick, "A Universal Performance Measure", 2002). */
    public static OptionalDouble omega(double[] dailyReturns) {
        double gains = 0;
        double losses = 0;
        for (double value : dailyReturns) {
            gains += Math.max(value, 0);
            losses += Math.max(-value, 0);
        }
        return losses == 0 ? OptionalDouble.empty() : OptionalDouble.of(gains / losses);
    }

    /** Yearly growth rate over the largest drawdown, both as fractions (Young, "Calmar Ratio", Futures 20, 1991). */
    public static OptionalDouble calmar(EquityCurve curve) {
        OptionalDouble growth = yearlyGrowth(curve);
        double deepest = Drawdowns.of(curve).deepest();
        return growth.isEmpty() || deepest == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(growth.getAsDouble() / deepest);
    }

    /** Compound annual growth rate as a fraction; empty for less than a day or where nothing was left. */
    public static OptionalDouble yearlyGrowth(EquityCurve curve) {
        double years = curve.durationMs() / (DAYS_A_YEAR * 86_400_000);
        if (years < 1 / DAYS_A_YEAR || curve.first() <= 0 || curve.last() <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.pow(curve.last() / curve.first(), 1 / years) - 1);
    }

    /**
     * System quality number: root of the number of trades times mean over deviation of their profit, at most 100 trades
     * counted (Tharp, "Definitive Guide to Position Sizing Strategies", 2008).
     */
    public static OptionalDouble systemQuality(double[] profits) {
        Moments moments = Moments.of(profits);
        if (moments.deviation().isEmpty() || moments.deviation().getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        double root = Math.sqrt(Math.min(100, profits.length));
        return OptionalDouble.of(
                root * moments.mean().orElseThrow() / moments.deviation().getAsDouble());
    }
}
