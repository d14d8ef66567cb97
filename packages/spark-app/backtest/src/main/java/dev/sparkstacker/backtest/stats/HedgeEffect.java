package dev.sparkstacker.backtest.stats;

import dev.sparkstacker.domain.LegRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the hedge did for the main leg of one strategy in one market, over pairs of trades.
 *
 * @param pairs main trades that had a hedge open at the same time
 * @param variance reduction of the variance of profit through the hedge, as a fraction; negative where it added
 *     (Ederington, "The Hedging Performance of the New Futures Markets", Journal of Finance 34, 1979)
 * @param cost the hedge's net profit, negative where it cost
 */
public record HedgeEffect(int pairs, OptionalDouble variance, double cost) {

    public static HedgeEffect of(List<TradeFact> trades) {
        List<TradeFact> hedges = ofRole(trades, LegRole.HEDGE);
        List<Double> alone = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        int first = 0;
        for (TradeFact main : ofRole(trades, LegRole.MAIN)) {
            while (first < hedges.size() && hedges.get(first).closedMs() <= main.openedMs()) {
                first++;
            }
            double profit = 0;
            int found = 0;
            for (int i = first; i < hedges.size() && hedges.get(i).openedMs() < main.closedMs(); i++) {
                profit += hedges.get(i).netPnl();
                found++;
            }
            if (found > 0) {
                alone.add(main.netPnl());
                together.add(main.netPnl() + profit);
            }
        }
        double cost = hedges.stream().mapToDouble(TradeFact::netPnl).sum();
        return new HedgeEffect(alone.size(), reduction(columns(alone), columns(together)), cost);
    }

    private static double[] columns(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static OptionalDouble reduction(double[] alone, double[] together) {
        OptionalDouble before = Moments.of(alone).deviation();
        OptionalDouble after = Moments.of(together).deviation();
        if (before.isEmpty() || after.isEmpty() || before.getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        double left = after.getAsDouble() / before.getAsDouble();
        return OptionalDouble.of(1 - left * left);
    }

    /** By time of opening; trades of one leg follow each other. */
    private static List<TradeFact> ofRole(List<TradeFact> trades, LegRole role) {
        return trades.stream()
                .filter(trade -> trade.role() == role)
                .sorted(Comparator.comparingLong(TradeFact::openedMs))
                .toList();
    }
}
