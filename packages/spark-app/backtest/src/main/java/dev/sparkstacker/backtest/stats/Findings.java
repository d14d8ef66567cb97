package dev.sparkstacker.backtest.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Reads a run as a sceptic would and says what speaks against it. An empty list is not praise. */
public final class Findings {
    private static final int FEWEST_TRADES = 30;
    private static final int TRADES_A_PARAMETER = 10;
    private static final double LARGEST_SHARE = 0.5;
    private static final double COST_SHARE = 0.5;
    private static final double FUNDING_SHARE = 0.1;
    private static final double OUTLIER_SHARE = 0.2;
    private static final double SURE = 0.95;
    private static final long SHORTEST_MS = 30L * 86_400_000;

    private final RunFacts run;
    private final TradeStatistics trades;
    private final List<Finding> found = new ArrayList<>();

    private Findings(RunFacts run) {
        this.run = run;
        this.trades = TradeStatistics.of(run.trades());
    }

    /** All that speaks against a run, in a fixed order. */
    public static List<Finding> of(RunFacts run) {
        Findings findings = new Findings(run);
        findings.sample();
        findings.concentration();
        findings.cost();
        findings.execution();
        findings.evidence();
        return List.copyOf(findings.found);
    }

    private void sample() {
        if (trades.count() < FEWEST_TRADES) {
            add(
                    Finding.Rule.TOO_FEW_TRADES,
                    String.format(
                            Locale.ROOT,
                            "%d closed trades; below %d nothing can be concluded from them",
                            trades.count(),
                            FEWEST_TRADES));
        }
        int needed = run.parameters() * TRADES_A_PARAMETER;
        if (trades.count() < needed) {
            add(
                    Finding.Rule.TOO_MANY_PARAMETERS,
                    String.format(
                            Locale.ROOT,
                            "%d free parameters for %d trades; at least %d trades a parameter, %d in all, are needed",
                            run.parameters(),
                            trades.count(),
                            TRADES_A_PARAMETER,
                            needed));
        }
        if (run.equity().durationMs() < SHORTEST_MS) {
            add(
                    Finding.Rule.SHORT_PERIOD,
                    String.format(
                            Locale.ROOT,
                            "%.1f days of data; one kind of market at most was seen",
                            run.equity().durationMs() / 86_400_000.0));
        }
    }

    private void concentration() {
        OptionalDouble share = trades.largestShare();
        if (share.isPresent() && share.getAsDouble() > LARGEST_SHARE) {
            add(
                    Finding.Rule.ONE_TRADE_MAKES_THE_PROFIT,
                    String.format(
                            Locale.ROOT,
                            "the best trade alone is %.0f %% of the net profit",
                            100 * share.getAsDouble()));
        }
        long losing = run.neighbours().stream().filter(profit -> profit <= 0).count();
        if (trades.netPnl() > 0 && 2 * losing > run.neighbours().size()) {
            add(
                    Finding.Rule.FRAGILE_NEIGHBOURS,
                    String.format(
                            Locale.ROOT,
                            "%d of %d runs with one parameter a step away lose money",
                            losing,
                            run.neighbours().size()));
        }
    }

    private void cost() {
        double gained = run.trades().stream()
                .mapToDouble(trade -> Math.max(trade.grossPnl(), 0))
                .sum();
        if (gained > 0 && trades.fees() > COST_SHARE * gained) {
            add(
                    Finding.Rule.COST_EATS_PROFIT,
                    String.format(
                            Locale.ROOT,
                            "fees of %.2f USD are %.0f %% of what won trades gained before cost",
                            trades.fees(),
                            100 * trades.fees() / gained));
        }
        if (gained > 0 && -trades.funding() > FUNDING_SHARE * gained) {
            add(
                    Finding.Rule.FUNDING_PAID,
                    String.format(
                            Locale.ROOT,
                            "%.2f USD of funding were paid, %.0f %% of what won trades gained",
                            -trades.funding(),
                            -100 * trades.funding() / gained));
        }
    }

    private void execution() {
        OptionalDouble outliers = run.fillsInOutliers();
        if (outliers.isPresent() && outliers.getAsDouble() > OUTLIER_SHARE) {
            add(
                    Finding.Rule.FILLS_IN_OUTLIERS,
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the fills lie in bars more than ten times as wide as the median bar",
                            100 * outliers.getAsDouble()));
        }
    }

    private void evidence() {
        if (run.trials().isPresent() && run.trials().getAsInt() > 1) {
            add(
                    Finding.Rule.CHOSEN_ON_THESE_DATA,
                    String.format(
                            Locale.ROOT,
                            "the parameters are the best of %d that were tried on these very data; what they are worth"
                                    + " on others is not seen here",
                            run.trials().getAsInt()));
        }
        double total = run.equity().last() / run.equity().first() - 1;
        if (total < run.baseline().marketReturn()) {
            add(
                    Finding.Rule.WORSE_THAN_HOLDING,
                    String.format(
                            Locale.ROOT,
                            "the run made %.2f %%, holding the market made %.2f %%",
                            100 * total,
                            100 * run.baseline().marketReturn()));
        }
        OptionalDouble sure = SharpeEvidence.probabilistic(run.equity().dailyReturns(), 0);
        if (sure.isPresent() && total > 0 && sure.getAsDouble() < SURE) {
            add(
                    Finding.Rule.LUCK_NOT_EXCLUDED,
                    String.format(
                            Locale.ROOT,
                            "the probability that the Sharpe ratio is above zero at all is %.0f %%, below %.0f %%",
                            100 * sure.getAsDouble(),
                            100 * SURE));
        }
    }

    private void add(Finding.Rule rule, String text) {
        found.add(new Finding(rule, text));
    }
}
