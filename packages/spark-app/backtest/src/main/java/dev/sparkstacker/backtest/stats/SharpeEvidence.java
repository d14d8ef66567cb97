package dev.sparkstacker.backtest.stats;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How sure a Sharpe ratio is. Both figures are probabilities in 0..1.
 *
 * <ul>
 *   <li>probabilistic: that the true ratio is above a benchmark, given length, skew and tails of the sample (Bailey and
 *       López de Prado, "The Sharpe Ratio Efficient Frontier", Journal of Risk 15, 2012)
 *   <li>deflated: the same against what the best of many worthless trials would have shown (Bailey and López de Prado,
 *       "The Deflated Sharpe Ratio", Journal of Portfolio Management 40, 2014)
 * </ul>
 */
public final class SharpeEvidence {
    private static final double EULER_MASCHERONI = 0.5772156649015329;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private SharpeEvidence() {}

    /**
     * That the true daily ratio is above a benchmark.
     *
     * @param benchmark a Sharpe ratio a day, not annualised
     */
    public static OptionalDouble probabilistic(double[] dailyReturns, double benchmark) {
        OptionalDouble ratio = Ratios.dailySharpe(dailyReturns);
        Moments moments = Moments.of(dailyReturns);
        if (ratio.isEmpty()
                || moments.skewness().isEmpty()
                || moments.kurtosis().isEmpty()) {
            return OptionalDouble.empty();
        }
        double sharpe = ratio.getAsDouble();
        double variance = 1
                - moments.skewness().getAsDouble() * sharpe
                + (moments.kurtosis().getAsDouble() - 1) / 4 * sharpe * sharpe;
        if (variance <= 0) {
            return OptionalDouble.empty();
        }
        double score = (sharpe - benchmark) * Math.sqrt(dailyReturns.length - 1.0) / Math.sqrt(variance);
        return OptionalDouble.of(NORMAL.cumulativeProbability(score));
    }

    /**
     * That the true daily ratio is above what luck gives the best of many trials.
     *
     * @param trials how many variants were tried, this one included; at least 1
     * @param deviationOfTrials deviation of the trials' daily Sharpe ratios
     */
    public static OptionalDouble deflated(double[] dailyReturns, int trials, double deviationOfTrials) {
        return probabilistic(dailyReturns, expectedBest(trials, deviationOfTrials));
    }

    /** The daily Sharpe ratio to expect of the best of so many trials without any worth. */
    public static double expectedBest(int trials, double deviationOfTrials) {
        if (trials < 1) {
            throw new IllegalArgumentException("At least one variant was tried, not " + trials);
        }
        if (trials == 1) {
            return 0;
        }
        double high = NORMAL.inverseCumulativeProbability(1 - 1.0 / trials);
        double higher = NORMAL.inverseCumulativeProbability(1 - 1.0 / (trials * Math.E));
        return deviationOfTrials * ((1 - EULER_MASCHERONI) * high + EULER_MASCHERONI * higher);
    }
}
