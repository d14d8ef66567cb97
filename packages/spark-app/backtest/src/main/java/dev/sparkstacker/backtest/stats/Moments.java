package dev.sparkstacker.backtest.stats;

import java.util.OptionalDouble;

/** Mean, spread and shape of a sample. What a sample is too small for is empty, not zero. */
public record Moments(
        int count, OptionalDouble mean, OptionalDouble deviation, OptionalDouble skewness, OptionalDouble kurtosis) {

    /**
     * Deviation is the sample's (n − 1). Skewness and kurtosis are the population's moment ratios, kurtosis not in excess
     * (3 for a normal sample), which is how the probabilistic Sharpe ratio takes them.
     */
    public static Moments of(double[] sample) {
        int n = sample.length;
        if (n == 0) {
            return new Moments(
                    0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }
        double mean = mean(sample);
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double value : sample) {
            double off = value - mean;
            second += off * off;
            third += off * off * off;
            fourth += off * off * off * off;
        }
        boolean varies = second > 0;
        double population = second / n;
        return new Moments(
                n,
                OptionalDouble.of(mean),
                n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(second / (n - 1))),
                varies ? OptionalDouble.of(third / n / Math.pow(population, 1.5)) : OptionalDouble.empty(),
                varies ? OptionalDouble.of(fourth / n / (population * population)) : OptionalDouble.empty());
    }

    private static double mean(double[] sample) {
        double sum = 0;
        for (double value : sample) {
            sum += value;
        }
        return sum / sample.length;
    }
}
