package dev.sparkstacker.backtest.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long and how heavily capital was at work.
 *
 * @param timeInMarket fraction of the period with at least one open trade
 * @param meanNotional notional of the open trades at their entry prices, averaged over the whole period, over the starting equity
 * @param turnover traded notional, entries and exits, over the starting equity
 */
public record Exposure(double timeInMarket, double meanNotional, double turnover) {

    public static Exposure of(List<TradeFact> trades, EquityCurve curve) {
        double notional = trades.stream()
                .mapToDouble(trade -> 2 * trade.entryNotional() + sideways(trade))
                .sum();
        double whole = curve.durationMs();
        return new Exposure(
                whole == 0 ? 0 : Math.min(1, covered(trades) / whole),
                whole == 0 || curve.first() <= 0 ? 0 : held(trades) / whole / curve.first(),
                curve.first() <= 0 ? 0 : notional / curve.first());
    }

    /** What the exit's notional differs from the entry's by. */
    private static double sideways(TradeFact trade) {
        return switch (trade.side()) {
            case BUY -> trade.grossPnl();
            case SELL -> -trade.grossPnl();
        };
    }

    /** USD times milliseconds. */
    private static double held(List<TradeFact> trades) {
        return trades.stream()
                .mapToDouble(trade -> trade.entryNotional() * trade.durationMs())
                .sum();
    }

    private static double covered(List<TradeFact> trades) {
        List<TradeFact> ordered = new ArrayList<>(trades);
        ordered.sort(Comparator.comparingLong(TradeFact::openedMs));
        long covered = 0;
        long until = Long.MIN_VALUE;
        for (TradeFact trade : ordered) {
            long from = Math.max(until, trade.openedMs());
            if (trade.closedMs() > from) {
                covered += trade.closedMs() - from;
                until = trade.closedMs();
            }
        }
        return covered;
    }
}
