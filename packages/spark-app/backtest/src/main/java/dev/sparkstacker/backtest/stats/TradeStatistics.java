package dev.sparkstacker.backtest.stats;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What the trades were worth, after fees and funding. A trade that neither won nor lost counts as lost: it bound capital.
 *
 * @param winRate won trades as a fraction of all
 * @param profitFactor sum of profits over sum of losses; empty without a loss
 * @param expectancy mean net profit a trade, in USD
 * @param payoff mean profit of a won trade over mean loss of a lost one
 * @param largestShare the best trade's profit as a fraction of the net profit of all; empty unless that is positive
 */
public record TradeStatistics(
        int count,
        int won,
        OptionalDouble winRate,
        OptionalDouble profitFactor,
        OptionalDouble expectancy,
        OptionalDouble payoff,
        OptionalDouble systemQuality,
        OptionalDouble largestShare,
        int longestWinning,
        int longestLosing,
        OptionalDouble medianDurationMs,
        OptionalDouble meanAdverse,
        OptionalDouble meanFavourable,
        double grossPnl,
        double fees,
        double funding,
        double netPnl) {

    /**
     * Adds them up.
     *
     * @param trades in the order in which they closed
     */
    public static TradeStatistics of(List<TradeFact> trades) {
        double profit = sum(trades, trade -> Math.max(trade.netPnl(), 0));
        double loss = sum(trades, trade -> Math.max(-trade.netPnl(), 0));
        double net = sum(trades, TradeFact::netPnl);
        int won = (int) trades.stream().filter(TradeFact::won).count();
        int lost = trades.size() - won;
        double best = trades.stream().mapToDouble(TradeFact::netPnl).max().orElse(0);
        return new TradeStatistics(
                trades.size(),
                won,
                ratio(won, trades.size()),
                ratio(profit, loss),
                ratio(net, trades.size()),
                won == 0 || lost == 0 ? OptionalDouble.empty() : ratio(profit / won, loss / lost),
                Ratios.systemQuality(values(trades, TradeFact::netPnl)),
                net > 0 ? OptionalDouble.of(best / net) : OptionalDouble.empty(),
                longest(trades, true),
                longest(trades, false),
                median(values(trades, TradeFact::durationMs)),
                ratio(sum(trades, TradeFact::adverseExcursion), trades.size()),
                ratio(sum(trades, TradeFact::favourableExcursion), trades.size()),
                sum(trades, TradeFact::grossPnl),
                sum(trades, TradeFact::fees),
                sum(trades, TradeFact::funding),
                net);
    }

    private static int longest(List<TradeFact> trades, boolean winning) {
        int longest = 0;
        int current = 0;
        for (TradeFact trade : trades) {
            current = trade.won() == winning ? current + 1 : 0;
            longest = Math.max(longest, current);
        }
        return longest;
    }

    private static OptionalDouble median(double[] values) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    private static double sum(List<TradeFact> trades, ToDoubleFunction<TradeFact> of) {
        return trades.stream().mapToDouble(of).sum();
    }

    private static double[] values(List<TradeFact> trades, ToDoubleFunction<TradeFact> of) {
        return trades.stream().mapToDouble(of).toArray();
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
