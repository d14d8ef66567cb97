package dev.sparkstacker.app.tools.backtest;

import dev.sparkstacker.app.console.TextTable;
import dev.sparkstacker.backtest.compare.PastTrade;
import dev.sparkstacker.backtest.compare.TradeByTrade;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A backtest beside what was traded, for people and as a table. */
final class TradeByTradeText {
    private static final int MOST_ROWS = 20;
    private static final List<String> COLUMNS = List.of(
            "opened",
            "leg",
            "side",
            "size",
            "entry tested",
            "entry traded",
            "exit tested",
            "exit traded",
            "net tested",
            "net traded");

    private TradeByTradeText() {}

    static List<String> lines(TradeByTrade compared) {
        List<String> lines = new ArrayList<>();
        lines.add("both cover " + Instant.ofEpochMilli(compared.fromMs()) + " to "
                + Instant.ofEpochMilli(compared.toMs()));
        lines.add(String.format(
                Locale.ROOT,
                "%d trades in both, %d only in the backtest, %d only traded",
                compared.both(),
                compared.onlyTested(),
                compared.onlyTraded()));
        lines.add("net of the trades that ended: " + net(compared, TradeByTrade.Pair::tested) + " USD in the backtest, "
                + net(compared, TradeByTrade.Pair::traded) + " USD as traded");
        lines.add("entries as traded were on average " + averageCost(compared)
                + " bps worse than in the backtest (negative: better)");
        lines.add(compared.divergence().isEmpty() ? "No trade differs." : compared.divergence());
        lines.add("");
        TextTable.lines(COLUMNS, rows(compared, MOST_ROWS)).forEach(lines::add);
        if (compared.pairs().size() > MOST_ROWS) {
            lines.add("… and " + (compared.pairs().size() - MOST_ROWS) + " more; --csv FILE writes them all");
        }
        return lines;
    }

    /** Writes every pair of trades, a row each. */
    static void write(TradeByTrade compared, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(String.join(",", COLUMNS).replace(' ', '_')));
        rows(compared, Integer.MAX_VALUE).forEach(row -> lines.add(String.join(",", row)));
        Files.write(file, lines);
    }

    private static List<List<String>> rows(TradeByTrade compared, int most) {
        return compared.pairs().stream().limit(most).map(TradeByTradeText::row).toList();
    }

    private static List<String> row(TradeByTrade.Pair pair) {
        PastTrade tested = pair.tested();
        PastTrade traded = pair.traded();
        PastTrade either = tested == null ? traded : tested;
        if (either == null) {
            throw new IllegalStateException("a pair of no trades");
        }
        return List.of(
                Instant.ofEpochMilli(either.openedMs()).toString(),
                either.market() + " " + either.leg(),
                either.side(),
                either.size().toPlainString(),
                entry(tested),
                entry(traded),
                exit(tested),
                exit(traded),
                ended(tested, PastTrade.End::netPnlUsd),
                ended(traded, PastTrade.End::netPnlUsd));
    }

    private static String entry(@Nullable PastTrade trade) {
        return trade == null ? "-" : trade.entryPrice().toPlainString();
    }

    private static String exit(@Nullable PastTrade trade) {
        return trade == null || trade.end() == null
                ? ended(trade, PastTrade.End::price)
                : trade.end().price().toPlainString() + " " + trade.end().reason();
    }

    private static String ended(@Nullable PastTrade trade, Function<PastTrade.End, BigDecimal> figure) {
        if (trade == null) {
            return "-";
        }
        PastTrade.End end = trade.end();
        return end == null ? "open" : figure.apply(end).toPlainString();
    }

    private static String net(TradeByTrade compared, Function<TradeByTrade.Pair, @Nullable PastTrade> side) {
        BigDecimal sum = BigDecimal.ZERO;
        for (TradeByTrade.Pair pair : compared.pairs()) {
            PastTrade trade = side.apply(pair);
            PastTrade.End end = trade == null ? null : trade.end();
            sum = end == null ? sum : sum.add(end.netPnlUsd());
        }
        return sum.stripTrailingZeros().toPlainString();
    }

    private static String averageCost(TradeByTrade compared) {
        List<BigDecimal> costs = compared.pairs().stream()
                .flatMap(pair -> pair.entryCostBps().stream())
                .toList();
        return costs.isEmpty()
                ? "-"
                : costs.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(costs.size()), 2, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }
}
