package dev.sparkstacker.backtest.stats;

import dev.sparkstacker.domain.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Trades by something they have in common, each group with its own statistics. */
public record Breakdown(String by, Map<String, TradeStatistics> groups) {

    /** By market, side, UTC hour of entry, exit reason, signal and leg. */
    public static List<Breakdown> all(List<TradeFact> trades) {
        return List.of(
                by("market", trades, TradeFact::market),
                by("side", trades, trade -> trade.side() == Side.BUY ? "long" : "short"),
                by("hour", trades, trade -> hour(trade.openedMs())),
                by("exit", trades, trade -> trade.exit().name()),
                by("signal", trades, TradeFact::signal),
                by("leg", trades, trade -> trade.role().name()));
    }

    private static String hour(long timeMs) {
        int hour = Instant.ofEpochMilli(timeMs).atOffset(ZoneOffset.UTC).getHour();
        return String.format(Locale.ROOT, "%02d:00", hour);
    }

    private static Breakdown by(String what, List<TradeFact> trades, Function<TradeFact, String> key) {
        Map<String, List<TradeFact>> parts = new TreeMap<>();
        trades.forEach(trade ->
                parts.computeIfAbsent(key.apply(trade), _ -> new ArrayList<>()).add(trade));
        Map<String, TradeStatistics> groups = new TreeMap<>();
        parts.forEach((name, part) -> groups.put(name, TradeStatistics.of(part)));
        return new Breakdown(what, groups);
    }
}
