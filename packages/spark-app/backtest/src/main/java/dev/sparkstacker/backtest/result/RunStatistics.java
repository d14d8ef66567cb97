package dev.sparkstacker.backtest.result;

import dev.sparkstacker.backtest.stats.Baseline;
import dev.sparkstacker.backtest.stats.Breakdown;
import dev.sparkstacker.backtest.stats.Drawdowns;
import dev.sparkstacker.backtest.stats.Exposure;
import dev.sparkstacker.backtest.stats.HedgeEffect;
import dev.sparkstacker.backtest.stats.MonteCarlo;
import dev.sparkstacker.backtest.stats.TradeStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a run was worth. Amounts in USD, returns as fractions; what cannot be computed is empty.
 *
 * @param totalReturn end over start equity, less one
 * @param yearlyGrowth compound annual growth rate
 * @param probabilisticSharpe probability that the true Sharpe ratio is above zero
 * @param deflatedSharpe the same against the best of as many worthless trials as were made; empty where that is not known
 * @param trials how many variants were tried before this one was shown, itself included; empty for a run on its own
 * @param monteCarlo the trades drawn again in other luck; null without trades
 * @param breakdowns trades by market, side, hour, exit reason, signal and leg
 */
public record RunStatistics(
        double startEquity,
        double endEquity,
        double totalReturn,
        OptionalDouble yearlyGrowth,
        OptionalDouble sharpe,
        OptionalDouble sortino,
        OptionalDouble calmar,
        OptionalDouble omega,
        OptionalDouble probabilisticSharpe,
        OptionalDouble deflatedSharpe,
        OptionalInt trials,
        Drawdowns drawdowns,
        TradeStatistics trades,
        Costs costs,
        Exposure exposure,
        HedgeEffect hedge,
        Baseline baseline,
        @Nullable MonteCarlo monteCarlo,
        List<Breakdown> breakdowns) {
    public RunStatistics {
        breakdowns = List.copyOf(breakdowns);
    }

    /**
     * What trading cost, in USD.
     *
     * @param funding received, negative where paid
     * @param entrySlippage lost between the decision's price and the entry's, over the trades whose decision price is known
     * @param exitSlippage lost between the price at which the exit was decided or triggered and the exit's, where known
     */
    public record Costs(double fees, double funding, double entrySlippage, double exitSlippage) {
        /** On the way in and on the way out. */
        public double slippage() {
            return entrySlippage + exitSlippage;
        }
    }
}
