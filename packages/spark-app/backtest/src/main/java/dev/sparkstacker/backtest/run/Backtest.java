package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.data.FundingCsv;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.PathGap;
import dev.sparkstacker.backtest.result.PricePath;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * A run over recorded data: the engine that trades live, against the simulated venue, stepped by the data's own time.
 *
 * <pre>
 *  bars  ─┬─► O-L-H-C ─► outcome ─┐
 *         └─► O-H-L-C ─► outcome ─┴─► the one with less equity at the end, and the gap
 *  ticks ───► as recorded ─► outcome
 * </pre>
 *
 * The same settings and data give the same result, trade for trade, on any machine and with any number of threads.
 */
public final class Backtest {
    private final RunSettings settings;
    private final MarketData data;
    private final Function<String, Optional<StrategyType>> strategies;
    private final int threads;

    /** With the strategies the product ships. */
    public Backtest(RunSettings settings, MarketData data, int threads) {
        this(settings, data, threads, Strategies::byName);
    }

    /** With strategies of one's own. */
    public Backtest(
            RunSettings settings, MarketData data, int threads, Function<String, Optional<StrategyType>> strategies) {
        this.settings = settings;
        this.data = data;
        this.threads = threads;
        this.strategies = strategies;
    }

    /**
     * What a run gave, and how much work that was.
     *
     * @param bars bars that were played, along all paths
     * @param events events the engine took, along all paths
     * @param orderEvents changes of orders' states and fills among what it told, along all paths
     */
    public record Done(BacktestResult result, long bars, long events, long orderEvents) {}

    /**
     * Runs.
     *
     * @throws BacktestException if the data do not fit the settings, or a strategy fails
     */
    public Done run() {
        RunPlan plan = plan();
        return switch (data) {
            case MarketData.Bars bars -> overBars(plan, bars);
            case MarketData.Ticks ticks -> overTicks(plan, ticks);
        };
    }

    /**
     * Runs along one path only, on the caller's thread: half the work, and nothing is known of the other path.
     *
     * @throws IllegalStateException if the data are no bars, whose path is recorded
     * @throws BacktestException if the data do not fit the settings, or a strategy fails
     */
    public Done along(PricePath path) {
        if (!(data instanceof MarketData.Bars bars)) {
            throw new IllegalStateException("Only bars have paths to choose from");
        }
        RunPlan plan = plan();
        Outcome outcome = pass(plan, bars, path);
        return new Done(
                new ResultBuilder(plan, bars).build(outcome, null),
                played(plan, bars),
                outcome.events(),
                outcome.orderEvents());
    }

    private RunPlan plan() {
        Periods period = Periods.of(settings, data);
        RunPlan plan = RunPlan.of(settings, period.startMs(), period.endMs(), strategies);
        if (settings.funding() instanceof Funding.Recorded(FundingCsv rates)
                && !rates.covers(period.startMs(), period.endMs())) {
            throw new BacktestException(rates.file().name() + " holds funding rates from "
                    + Instant.ofEpochMilli(rates.file().firstMs()) + " to "
                    + Instant.ofEpochMilli(rates.file().lastMs()) + ", but the run trades from "
                    + Instant.ofEpochMilli(period.startMs()) + " to " + Instant.ofEpochMilli(period.endMs())
                    + ". No rate is made up: choose a period it covers, or --funding-rate-pct.");
        }
        return plan;
    }

    private Done overTicks(RunPlan plan, MarketData.Ticks ticks) {
        Outcome outcome = new TickPass(plan, ticks).run();
        BacktestResult result = new ResultBuilder(plan, ticks).build(outcome, null);
        return new Done(result, result.bars().size(), outcome.events(), outcome.orderEvents());
    }

    private Done overBars(RunPlan plan, MarketData.Bars bars) {
        Judged judged = bothPaths(plan, bars);
        BacktestResult result = new ResultBuilder(plan, bars).build(judged.shown(), judged.gap());
        return new Done(result, 2L * played(plan, bars), judged.events(), judged.orderEvents());
    }

    /** The path that is shown, and what is left of the other: its whole outcome would need as much memory again. */
    private record Judged(Outcome shown, PathGap gap, long events, long orderEvents) {}

    private Judged bothPaths(RunPlan plan, MarketData.Bars bars) {
        Outcome lowFirst;
        Outcome highFirst;
        if (threads > 1) {
            CompletableFuture<Outcome> other = CompletableFuture.supplyAsync(
                    () -> pass(plan, bars, PricePath.OPEN_HIGH_LOW_CLOSE), Backtest::onThread);
            lowFirst = passOr(plan, bars, other);
            highFirst = join(other);
        } else {
            lowFirst = pass(plan, bars, PricePath.OPEN_LOW_HIGH_CLOSE);
            highFirst = pass(plan, bars, PricePath.OPEN_HIGH_LOW_CLOSE);
        }
        boolean lowIsWorse = lowFirst.endEquity().compareTo(highFirst.endEquity()) <= 0;
        Outcome shown = lowIsWorse ? lowFirst : highFirst;
        Outcome other = lowIsWorse ? highFirst : lowFirst;
        return new Judged(
                shown, gap(shown, other), shown.events() + other.events(), shown.orderEvents() + other.orderEvents());
    }

    /** The first path on this thread; when it fails, the other's end is awaited, so that nothing goes on unseen. */
    private static Outcome passOr(RunPlan plan, MarketData.Bars bars, CompletableFuture<Outcome> other) {
        try {
            return pass(plan, bars, PricePath.OPEN_LOW_HIGH_CLOSE);
        } catch (RuntimeException failed) {
            other.handle((outcome, failure) -> failure == null).join();
            throw failed;
        }
    }

    private static Outcome join(CompletableFuture<Outcome> pass) {
        try {
            return pass.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof BacktestException told) {
                throw told;
            }
            throw failed;
        }
    }

    private static void onThread(Runnable work) {
        Thread.ofPlatform().name("backtest-path").start(work);
    }

    private static Outcome pass(RunPlan plan, MarketData.Bars bars, PricePath path) {
        return new BarPass(plan, bars.bars(), bars.interval(), path, false).run();
    }

    private static long played(RunPlan plan, MarketData.Bars bars) {
        return (long) bars.bars().indexAt(plan.endMs() - 1) - bars.bars().indexAt(plan.startMs() - 1);
    }

    private static PathGap gap(Outcome shown, Outcome other) {
        return new PathGap(
                shown.path(),
                other.path(),
                shown.endEquity(),
                other.endEquity(),
                shown.recorder().trades().closed().size(),
                other.recorder().trades().closed().size());
    }
}
