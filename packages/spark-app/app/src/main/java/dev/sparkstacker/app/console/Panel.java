package dev.sparkstacker.app.console;

import java.util.ArrayList;
import java.util.List;

/** Lays out the live summary as lines of a given width. */
final class Panel {
    private static final int MOST_NOTICES = 3;

    private Panel() {}

    static List<String> lines(LiveState state, int width) {
        List<String> lines = new ArrayList<>();
        String why = state.tradingReason().isEmpty() ? "" : " (" + state.tradingReason() + ")";
        lines.add("─".repeat(width));
        lines.add("Spark Stacker  " + state.mode() + "  " + state.tradingState() + why + "  venue time "
                + state.venueTime());
        lines.add("feed       " + state.feed());
        for (LiveState.Market market : state.markets()) {
            lines.add("market     " + market.name() + "  mark " + known(market.mark()) + "  bid " + known(market.bid())
                    + "  ask " + known(market.ask()));
        }
        if (state.positions().isEmpty()) {
            lines.add("positions  none");
        } else {
            List<List<String>> rows = new ArrayList<>();
            for (LiveState.Position position : state.positions()) {
                rows.add(List.of(
                        position.leg(),
                        position.account(),
                        position.state(),
                        position.size(),
                        position.entry(),
                        position.stop(),
                        position.target(),
                        position.unrealisedPnl()));
            }
            List<String> columns = List.of("leg", "account", "state", "size", "entry", "stop", "target", "unrealised");
            TextTable.lines(columns, rows).forEach(line -> lines.add("positions  " + line));
        }
        for (LiveState.Pair pair : state.pairs()) {
            lines.add("pair       " + pair.name() + "  net exposure " + known(pair.netExposure()) + "  unrealised "
                    + known(pair.unrealisedPnl()) + "  fees " + pair.fees() + "  funding " + pair.funding() + "  net "
                    + known(pair.net()) + " USD");
        }
        state.decisions().forEach(decision -> lines.add("decision   " + decision));
        LiveState.Totals totals = state.totals();
        lines.add("result     " + totals.trades() + " trades in this run, " + totals.wins() + " won, net "
                + known(totals.netPnl())
                + " USD (fees " + known(totals.fees()) + ", funding " + known(totals.funding()) + "), equity "
                + known(totals.equity()) + " USD");
        state.notices().stream().limit(MOST_NOTICES).forEach(notice -> lines.add("notice     " + notice));
        return lines.stream().map(line -> cut(line, width)).toList();
    }

    private static String known(String text) {
        return text.isEmpty() ? "unknown" : text;
    }

    /** A line longer than the terminal would wrap and spoil the redrawing. */
    private static String cut(String line, int width) {
        return line.codePointCount(0, line.length()) <= width
                ? line
                : line.substring(0, line.offsetByCodePoints(0, width - 1)) + "…";
    }
}
