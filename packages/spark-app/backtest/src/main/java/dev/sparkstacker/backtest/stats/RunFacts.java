package dev.sparkstacker.backtest.stats;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Everything a run's findings are drawn from.
 *
 * @param parameters how many parameters of the strategy were free to choose
 * @param trials how many variants were tried on these data before this one was shown, itself included; empty if none
 * @param fillsInOutliers fraction of fills inside bars whose range is beyond ten times the median; empty without bars
 * @param neighbours net profits of the runs with each parameter one step lower and higher; empty if none were run
 */
public record RunFacts(
        EquityCurve equity,
        List<TradeFact> trades,
        Baseline baseline,
        int parameters,
        OptionalInt trials,
        OptionalDouble fillsInOutliers,
        List<Double> neighbours) {
    public RunFacts {
        trades = List.copyOf(trades);
        neighbours = List.copyOf(neighbours);
    }
}
