package dev.sparkstacker.backtest.export;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.ClosedTrade;
import dev.sparkstacker.backtest.result.Decisions;
import dev.sparkstacker.backtest.result.Denial;
import dev.sparkstacker.backtest.result.EquityPoints;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Trades, equity and signals as tables; times in UTC milliseconds and, for people, ISO 8601. */
final class Tables {
    static final String TRADES = "trades.csv";
    static final String EQUITY = "equity.csv";
    static final String SIGNALS = "signals.csv";

    private Tables() {}

    static void write(BacktestResult result, Path folder) throws IOException {
        trades(result, folder.resolve(TRADES));
        equity(result.equity(), folder.resolve(EQUITY));
        signals(result, folder.resolve(SIGNALS));
    }

    private static void trades(BacktestResult result, Path file) throws IOException {
        try (CsvTable table = CsvTable.create(
                file,
                "number",
                "strategy",
                "market",
                "leg",
                "account",
                "side",
                "size",
                "decided_ms",
                "opened_ms",
                "closed_ms",
                "opened",
                "closed",
                "decision_price",
                "entry_price",
                "exit_price",
                "stop",
                "target",
                "signal",
                "exit_reason",
                "gross_pnl_usd",
                "fees_usd",
                "funding_usd",
                "net_pnl_usd",
                "slippage_usd",
                "exit_slippage_usd",
                "mae_usd",
                "mfe_usd",
                "fills")) {
            for (ClosedTrade trade : result.trades()) {
                trade(table, trade);
            }
        }
    }

    private static void trade(CsvTable table, ClosedTrade trade) throws IOException {
        ClosedTrade.@Nullable Guarded first =
                trade.guards().isEmpty() ? null : trade.guards().getFirst();
        Price stop = first == null ? null : first.stop();
        Price target = first == null ? null : first.target();
        table.cell(trade.number())
                .cell(trade.leg().strategy())
                .cell(trade.leg().market())
                .cell(trade.leg().role().name().toLowerCase(Locale.ROOT))
                .cell(trade.account())
                .cell(trade.side() == Side.BUY ? "long" : "short")
                .cell(trade.size())
                .cell(trade.decidedAtMs())
                .cell(trade.openedAtMs())
                .cell(trade.closedAtMs())
                .cell(Instant.ofEpochMilli(trade.openedAtMs()))
                .cell(Instant.ofEpochMilli(trade.closedAtMs()))
                .cell(trade.decisionPrice())
                .cell(trade.entryPrice())
                .cell(trade.exitPrice())
                .cell(stop)
                .cell(target)
                .cell(trade.signal())
                .cell(trade.exit().name().toLowerCase(Locale.ROOT))
                .cell(trade.grossPnl())
                .cell(trade.fees())
                .cell(trade.funding())
                .cell(trade.netPnl())
                .cell(trade.entrySlippage())
                .cell(trade.exitSlippage())
                .cell(trade.adverse())
                .cell(trade.favourable())
                .cell(trade.fills())
                .endRow();
    }

    private static void equity(EquityPoints equity, Path file) throws IOException {
        try (CsvTable table = CsvTable.create(file, "time_ms", "time", "equity_usd", "below_peak_usd")) {
            Usd peak = equity.first();
            for (int i = 0; i < equity.size(); i++) {
                Usd now = equity.equity(i);
                peak = now.compareTo(peak) > 0 ? now : peak;
                table.cell(equity.timeMs(i))
                        .cell(Instant.ofEpochMilli(equity.timeMs(i)))
                        .cell(now)
                        .cell(peak.minus(now))
                        .endRow();
            }
        }
    }

    private static void signals(BacktestResult result, Path file) throws IOException {
        BarColumns bars = result.bars();
        Decisions decisions = result.decisions();
        try (CsvTable table =
                CsvTable.create(file, "bar_time_ms", "bar_time", "close", "signal", "reason", "confidence", "detail")) {
            Map<Long, List<Denial>> denials = result.denials().stream().collect(Collectors.groupingBy(Denial::barMs));
            for (int i = 0; i < bars.size(); i++) {
                List<Denial> denied = denials.getOrDefault(bars.openTimeMs(i), List.of());
                table.cell(bars.openTimeMs(i))
                        .cell(Instant.ofEpochMilli(bars.openTimeMs(i)))
                        .cell(bars.close(i))
                        .cell(signal(decisions.verdict(i), decisions.side(i)))
                        .cell(reason(decisions.reason(i), denied))
                        .cell(
                                decisions.confidence(i) == 0
                                        ? "0"
                                        : String.format(Locale.ROOT, "%.4f", decisions.confidence(i)))
                        .cell(joined(denied, Denial::detail))
                        .endRow();
            }
        }
    }

    /** Why the strategy did nothing, or why what it meant did not come about; null where it did. */
    private static @Nullable String reason(@Nullable Reason own, List<Denial> denied) {
        return own == null ? joined(denied, Denial::reason) : own.name();
    }

    private static @Nullable String joined(List<Denial> denied, Function<Denial, String> of) {
        return denied.isEmpty() ? null : denied.stream().map(of).distinct().collect(Collectors.joining("; "));
    }

    /** What the strategy meant in one word: a side where it enters. */
    static String signal(Verdict verdict, @Nullable Side side) {
        return switch (verdict) {
            case ENTER, REVERSE -> side == null ? "none" : side.name().toLowerCase(Locale.ROOT);
            case EXIT -> "exit";
            case ADJUST -> "adjust";
            case NO_TRADE, WARMING_UP -> "none";
        };
    }
}
