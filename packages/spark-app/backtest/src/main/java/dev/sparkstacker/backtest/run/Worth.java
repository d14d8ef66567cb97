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

/** Every statistic of a run. */
final class Worth {
    private static final int MONTE_CARLO_RUNS = 1_000;

    private Worth() {}

    static RunStatistics of(RunPlan plan, EquityCurve curve, EquityCurve market, List<TradeFact> trades) {
        double[] daily = curve.dailyReturns();
        int trials = plan.settings().trials();
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
                SharpeEvidence.deflated(daily, trials, 0),
                trials,
                Drawdowns.of(curve),
                statistics,
                new RunStatistics.Costs(
                        statistics.fees(),
                        statistics.funding(),
                        trades.stream()
                                .mapToDouble(trade -> trade.slippage().orElse(0))
                                .sum()),
                Exposure.of(trades, curve),
                HedgeEffect.of(trades),
                Baseline.of(market, curve),
                trades.isEmpty()
                        ? null
                        : MonteCarlo.of(
                                trades, MONTE_CARLO_RUNS, plan.settings().seed()),
                Breakdown.all(trades));
    }
}
