package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.RunStatistics;
import dev.sparkstacker.backtest.stats.Baseline;
import dev.sparkstacker.backtest.stats.Breakdown;
import dev.sparkstacker.backtest.stats.Drawdowns;
import dev.sparkstacker.backtest.stats.EquityCurve;
import dev.sparkstacker.backtest.stats.Exposure;
import dev.sparkstacker.backtest.stats.HedgeEffect;
import dev.sparkstacker.backtest.stats.MonteCarlo;
import dev.sparkstacker.backtest.stats.Ratios;
import dev.sparkstacker.backtest.stats.SharpeEvidence;
import dev.sparkstacker.backtest.stats.TradeFact;
import dev.sparkstacker.backtest.stats.TradeStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Every statistic of a run. */
final class Worth {
    private static final int MONTE_CARLO_RUNS = 1_000;

    private Worth() {}

    static RunStatistics of(RunPlan plan, EquityCurve curve, EquityCurve market, List<TradeFact> trades) {
        double[] daily = curve.dailyReturns();
        Trials trials = plan.settings().trials();
        TradeStatistics statistics = TradeStatistics.of(trades);
        return new RunStatistics(
                curve.first(),
                curve.last(),
                curve.first() == 0 ? 0 : curve.last() / curve.first() - 1,
                Ratios.yearlyGrowth(curve),
                Ratios.sharpe(daily),
                Ratios.sortino(daily),
                Ratios.calmar(curve),
                Ratios.omega(daily),
                SharpeEvidence.probabilistic(daily, 0),
                trials == null
                        ? OptionalDouble.empty()
                        : SharpeEvidence.deflated(daily, trials.count(), trials.deviationOfSharpe()),
                trials == null ? OptionalInt.empty() : OptionalInt.of(trials.count()),
                Drawdowns.of(curve),
                statistics,
                new RunStatistics.Costs(
                        statistics.fees(),
                        statistics.funding(),
                        sum(trades, TradeFact::entrySlippage),
                        sum(trades, TradeFact::exitSlippage)),
                Exposure.of(trades, curve),
                HedgeEffect.of(trades),
                Baseline.of(market, curve),
                trades.isEmpty()
                        ? null
                        : MonteCarlo.of(
                                trades, MONTE_CARLO_RUNS, plan.settings().seed()),
                Breakdown.all(trades));
    }

    private static double sum(List<TradeFact> trades, Function<TradeFact, OptionalDouble> of) {
        return trades.stream().mapToDouble(trade -> of.apply(trade).orElse(0)).sum();
    }
}
