package dev.sparkstacker.backtest.run;

import java.util.List;

/**
 * The search by which a run's parameters were chosen. Nobody but the search knows how often was tried, so that a run on its
 * own has none.
 *
 * @param count how many variants were tried before this one was shown, itself included; at least 1
 * @param deviationOfSharpe deviation of the trials' daily Sharpe ratios, not annualised
 * @param neighbourProfitsUsd net profits of the tried variants with one parameter a step lower or higher
 */
public record Trials(int count, double deviationOfSharpe, List<Double> neighbourProfitsUsd) {
    public Trials {
        neighbourProfitsUsd = List.copyOf(neighbourProfitsUsd);
        if (count < 1) {
            throw new IllegalArgumentException("At least one variant was tried, not " + count);
        }
    }
}
