package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.ClosedTrade;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.backtest.result.Execution;
import dev.sparkstacker.backtest.result.PathGap;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.result.RunStatistics;
import dev.sparkstacker.backtest.result.TradeHash;
import dev.sparkstacker.backtest.stats.EquityCurve;
import dev.sparkstacker.backtest.stats.Finding;
import dev.sparkstacker.backtest.stats.Findings;
import dev.sparkstacker.backtest.stats.RunFacts;
import dev.sparkstacker.backtest.stats.TradeFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** From what a pass gave to the result that people read. */
final class ResultBuilder {
    private static final double OUTLIER_TIMES = 10;

    private final RunPlan plan;
    private final MarketData data;

    ResultBuilder(RunPlan plan, MarketData data) {
        this.plan = plan;
        this.data = data;
    }

    BacktestResult build(Outcome shown, @Nullable PathGap gap) {
        List<ClosedTrade> trades = shown.recorder().trades().closed();
        List<TradeFact> facts = trades.stream().map(ClosedTrade::fact).toList();
        BarColumns bars = shown.recorder().bars();
        EquityCurve curve = shown.equity().curve();
        RunStatistics statistics = Worth.of(plan, curve, MarketCurve.of(bars, plan, curve), facts);
        Trials trials = plan.settings().trials();
        List<Finding> findings = Findings.of(new RunFacts(
                curve,
                facts,
                statistics.baseline(),
                plan.settings().identity().chosenParameters(),
                trials == null ? OptionalInt.empty() : OptionalInt.of(trials.count()),
                inOutliers(bars, shown.recorder().fillTimes()),
                trials == null ? List.of() : trials.neighbourProfitsUsd()));
        return new BacktestResult(
                identity(shown, bars, gap != null),
                shown.equity(),
                trades,
                shown.open(),
                shown.recorder().denials(),
                shown.recorder().incidents(),
                bars,
                shown.recorder().decisions(),
                shown.recorder().indicators(),
                statistics,
                findings,
                gap,
                TradeHash.of(trades));
    }

    private RunIdentity identity(Outcome shown, BarColumns bars, boolean bothPaths) {
        RunSettings settings = plan.settings();
        int warmUp = bars.indexAt(plan.startMs() - 1) + 1;
        long firstMs = bars.size() == 0 ? plan.startMs() : Math.min(plan.startMs(), bars.openTimeMs(0));
        List<DataFile> files = new ArrayList<>(data.files());
        if (settings.funding() instanceof Funding.Recorded recorded) {
            files.add(recorded.rates().file());
        }
        return new RunIdentity(
                settings.build(),
                files,
                new RunIdentity.Period(firstMs, plan.startMs(), plan.endMs(), warmUp, bars.size() - warmUp),
                settings.identity(),
                settings.rules(),
                new Execution(
                        settings.balance(),
                        plan.trading().accounts().size(),
                        settings.latencyMs(),
                        slippage(),
                        settings.funding().describe(),
                        settings.seed()),
                shown.path(),
                Labels.of(settings, data, bothPaths));
    }

    private String slippage() {
        return data instanceof MarketData.Ticks ticks && ticks.quoted()
                ? "orders walk the recorded book as far as it was recorded"
                : plan.settings().depth().describe();
    }

    /** The part of fills inside bars whose range is beyond ten times the median; empty without fills. */
    private static OptionalDouble inOutliers(BarColumns bars, long[] fillTimes) {
        if (fillTimes.length == 0 || bars.size() == 0) {
            return OptionalDouble.empty();
        }
        long[] ranges = new long[bars.size()];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = bars.highE8(i) - bars.lowE8(i);
        }
        long[] sorted = ranges.clone();
        Arrays.sort(sorted);
        double bound = OUTLIER_TIMES * sorted[sorted.length / 2];
        int outliers = 0;
        for (long time : fillTimes) {
            int index = bars.indexAt(time);
            outliers += index >= 0 && ranges[index] > bound ? 1 : 0;
        }
        return OptionalDouble.of((double) outliers / fillTimes.length);
    }
}
