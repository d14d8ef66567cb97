package dev.sparkstacker.backtest.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the trades of one run first depart from another's, in words. */
final class Divergence {
    /** What makes two trades the same, in the order in which a difference explains most. */
    private static final List<String> FIELDS = List.of(
            "market",
            "leg",
            "side",
            "decided_ms",
            "opened_ms",
            "entry_price",
            "size",
            "stop",
            "target",
            "closed_ms",
            "exit_reason",
            "exit_price",
            "fees_usd",
            "funding_usd",
            "net_pnl_usd");

    private Divergence() {}

    static String between(WrittenRun first, WrittenRun other) {
        int common = Math.min(first.trades().size(), other.trades().size());
        for (int i = 0; i < common; i++) {
            List<String> different =
                    different(first.trades().get(i), other.trades().get(i));
            if (!different.isEmpty()) {
                return explain(first, other, i, different);
            }
        }
        if (first.trades().size() == other.trades().size()) {
            return other.name() + " has the same " + common + " trades as " + first.name();
        }
        WrittenRun longer = first.trades().size() > other.trades().size() ? first : other;
        return "the first " + common + " trades are the same; then only " + longer.name() + " goes on, with "
                + told(longer.trades().get(common));
    }

    private static List<String> different(Map<String, String> left, Map<String, String> right) {
        List<String> different = new ArrayList<>();
        for (String field : FIELDS) {
            if (!left.getOrDefault(field, "").equals(right.getOrDefault(field, ""))) {
                different.add(field);
            }
        }
        return different;
    }

    private static String explain(WrittenRun first, WrittenRun other, int index, List<String> different) {
        Map<String, String> left = first.trades().get(index);
        Map<String, String> right = other.trades().get(index);
        String field = different.getFirst();
        return "trade " + (index + 1) + " is the first to differ: " + first.name() + " has " + told(left) + "; "
                + other.name() + " has " + told(right) + ". " + why(field) + " (" + field + " "
                + left.getOrDefault(field, "") + " against " + right.getOrDefault(field, "") + ")";
    }

    private static String why(String field) {
        return switch (field) {
            case "market", "leg" -> "They are trades of different legs: one run trades what the other does not";
            case "side" -> "The strategies decided on opposite sides: parameters or data differ";
            case "decided_ms" ->
                "They were decided on different bars: parameters, warm-up or data differ, or one was denied";
            case "opened_ms" -> "The same decision was filled at another time: the latency differs";
            case "entry_price" -> "The same decision was filled at another price: depth, slippage or latency differs";
            case "size" -> "The same entry has another size: balance, sizing, leverage or a limit differs";
            case "stop", "target" -> "The same entry is protected differently: the exits' settings differ";
            case "closed_ms", "exit_reason" ->
                "The same entry ended otherwise: its exits, the path within a bar or later signals differ";
            case "exit_price" ->
                "The same exit was filled at another price: depth, slippage or the path within a bar differs";
            case "fees_usd" -> "The same trade cost other fees: the fee rates differ";
            case "funding_usd" -> "The same trade was charged other funding: the rates differ";
            default -> "The same trade was worth something else";
        };
    }

    private static String told(Map<String, String> trade) {
        return "a " + trade.getOrDefault("side", "?") + " of " + trade.getOrDefault("size", "?") + " "
                + trade.getOrDefault("market", "?") + " opened " + trade.getOrDefault("opened", "?") + " at "
                + trade.getOrDefault("entry_price", "?") + " and closed " + trade.getOrDefault("closed", "?") + " at "
                + trade.getOrDefault("exit_price", "?") + " (" + trade.getOrDefault("exit_reason", "?") + ")";
    }
}
