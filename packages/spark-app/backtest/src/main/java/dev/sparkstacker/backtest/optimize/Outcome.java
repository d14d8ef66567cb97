package dev.sparkstacker.backtest.optimize;

import java.util.ArrayList;
import java.util.List;

/** What came of a run. */
public sealed interface Outcome {
    /**
     * It ran.
     *
     * @param dailyReturns of equity, as fractions
     * @param grossProfitUsd sum of the profits of winning trades
     * @param grossLossUsd sum of the losses of losing trades, not negative
     * @param trades closed round trips
     * @param tradeHash over every trade: equal hashes are equal runs
     */
    record Ran(List<Double> dailyReturns, double grossProfitUsd, double grossLossUsd, int trades, String tradeHash)
            implements Outcome {
        public Ran {
            dailyReturns = List.copyOf(dailyReturns);
        }

        /** Of all closed trades, after fees and funding. */
        public double netProfitUsd() {
            return grossProfitUsd - grossLossUsd;
        }

        /** Daily returns as an array of the caller's own. */
        double[] returns() {
            return dailyReturns.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /**
     * There is no run: the strategy cannot be made with these parameters, it failed on the way, or the window holds no data.
     *
     * @param reason what contradicts what, or how it failed
     */
    record Refused(String reason) implements Outcome {}

    /** Several stretches as if they were one; refused where one of them is. */
    static Outcome joined(List<Outcome> parts) {
        List<Double> returns = new ArrayList<>();
        StringBuilder hashes = new StringBuilder();
        double profit = 0;
        double loss = 0;
        int trades = 0;
        for (Outcome part : parts) {
            switch (part) {
                case Refused refused -> {
                    return refused;
                }
                case Ran ran -> {
                    returns.addAll(ran.dailyReturns());
                    hashes.append(hashes.isEmpty() ? "" : "+").append(ran.tradeHash());
                    profit += ran.grossProfitUsd();
                    loss += ran.grossLossUsd();
                    trades += ran.trades();
                }
            }
        }
        return new Ran(returns, profit, loss, trades, hashes.toString());
    }
}
