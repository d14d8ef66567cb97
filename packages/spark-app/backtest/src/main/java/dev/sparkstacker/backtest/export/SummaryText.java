package dev.sparkstacker.backtest.export;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.backtest.result.DenialGroup;
import dev.sparkstacker.backtest.result.IncidentGroup;
import dev.sparkstacker.backtest.result.Label;
import dev.sparkstacker.backtest.result.PathGap;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.result.RunStatistics;
import dev.sparkstacker.backtest.result.StrategyIdentity;
import dev.sparkstacker.backtest.stats.Finding;
import dev.sparkstacker.backtest.stats.TradeStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A run in a screenful. */
public final class SummaryText {
    private static final int LABEL_WIDTH = 14;

    private final List<String> lines = new ArrayList<>();

    private SummaryText() {}

    /** The lines to print. */
    public static List<String> of(BacktestResult result) {
        SummaryText text = new SummaryText();
        text.identity(result.identity());
        text.worth(result);
        text.notes(result);
        return List.copyOf(text.lines);
    }

    private void identity(RunIdentity run) {
        StrategyIdentity strategy = run.strategy();
        String parameters = strategy.parameters().stream()
                .map(value -> value.name() + "=" + value.value())
                .collect(Collectors.joining(" "));
        line(
                "strategy",
                strategy.id() + " on " + run.market() + " " + run.interval().code() + "  " + parameters);
        for (DataFile file : run.data()) {
            line(
                    "data",
                    file.name() + ", " + file.rows() + " rows of " + file.format() + ", " + file.gaps()
                            + " gaps, sha256 "
                            + file.sha256()
                                    .substring(0, Math.min(12, file.sha256().length())));
        }
        line(
                "traded",
                Instant.ofEpochMilli(run.period().fromMs()) + " to "
                        + Instant.ofEpochMilli(run.period().toMs()) + ", "
                        + run.period().bars() + " bars after " + run.period().warmUpBars() + " of warm-up");
        line(
                "rules",
                run.rules().source() + ": taker "
                        + percent(run.rules().takerFee().toBigDecimal().doubleValue(), 3)
                        + ", latency " + run.execution().latencyMs() + " ms, balance "
                        + run.execution().balancePerAccount() + " USD"
                        + (run.execution().accounts() > 1
                                ? " each of " + run.execution().accounts()
                                : ""));
        for (Label label : run.labels()) {
            line("  " + label.kind().word(), label.what() + ": " + label.text());
        }
    }

    private void worth(BacktestResult result) {
        RunStatistics statistics = result.statistics();
        TradeStatistics trades = statistics.trades();
        line(
                "equity",
                String.format(
                        Locale.ROOT,
                        "%,.2f → %,.2f USD, %s; holding the market %s",
                        statistics.startEquity(),
                        statistics.endEquity(),
                        percent(statistics.totalReturn(), 2),
                        percent(statistics.baseline().marketReturn(), 2)));
        line(
                "drawdown",
                percent(statistics.drawdowns().deepest(), 2)
                        + String.format(
                                Locale.ROOT,
                                ", %,.2f USD",
                                statistics.drawdowns().deepestUsd()));
        line(
                "ratios",
                "Sharpe " + number(statistics.sharpe()) + "  Sortino " + number(statistics.sortino()) + "  Calmar "
                        + number(statistics.calmar()) + "  profit factor " + number(trades.profitFactor()));
        line(
                "trades",
                trades.count() + " closed, " + trades.won() + " won"
                        + (trades.winRate().isPresent()
                                ? " (" + percent(trades.winRate().getAsDouble(), 1) + ")"
                                : "")
                        + ", " + result.open().size() + " open at the end, "
                        + result.denials().size()
                        + " entries denied, " + result.incidents().size() + " incidents");
        line(
                "cost",
                String.format(
                        Locale.ROOT,
                        "gross %,.2f, fees %,.2f, funding %,.2f, net %,.2f USD; slippage of %,.2f USD in and %,.2f USD"
                                + " out is in the prices",
                        trades.grossPnl(),
                        statistics.costs().fees(),
                        statistics.costs().funding(),
                        trades.netPnl(),
                        statistics.costs().entrySlippage(),
                        statistics.costs().exitSlippage()));
    }

    private void notes(BacktestResult result) {
        PathGap gap = result.pathGap();
        if (gap != null) {
            line(
                    "path",
                    gap.shown().text() + " is shown, the worse; " + gap.other().text() + " ends " + gap.gap()
                            + " USD higher with " + gap.otherTrades() + " trades");
        }
        for (DenialGroup group : DenialGroup.of(result.denials())) {
            line(
                    "denied",
                    group.count() + " times " + group.first().reason() + ", first at "
                            + Instant.ofEpochMilli(group.first().timeMs()) + ": "
                            + group.first().detail());
        }
        for (IncidentGroup group : IncidentGroup.of(result.incidents())) {
            line(
                    "incidents",
                    group.count() + " times " + group.first().code() + ", first at "
                            + Instant.ofEpochMilli(group.first().timeMs()) + ": "
                            + group.first().message());
        }
        for (Finding finding : result.findings()) {
            line("finding", finding.text());
        }
        line("trade hash", result.tradeHash());
    }

    private void line(String label, String text) {
        lines.add(label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length())) + text);
    }

    private static String percent(double fraction, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * fraction);
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "–" : String.format(Locale.ROOT, "%.2f", value.getAsDouble());
    }
}
