package dev.sparkstacker.backtest.report;

import dev.sparkstacker.backtest.result.RunStatistics;
import dev.sparkstacker.backtest.stats.Baseline;
import dev.sparkstacker.backtest.stats.Drawdowns;
import dev.sparkstacker.backtest.stats.MonteCarlo;
import dev.sparkstacker.backtest.stats.TradeStatistics;
import java.util.ArrayList;
import java.util.List;

/** A run's statistics in the order in which people read them, each with its definition. */
final class Figures {
    private Figures() {}

    static List<Figure> returns(RunStatistics run) {
        return List.of(
                new Figure(
                        "End equity",
                        Shown.usd(run.endEquity()),
                        "All accounts together at the last bar's close, unrealised profit included."),
                new Figure("Total return", Shown.percent(run.totalReturn()), "End over start equity, less one."),
                new Figure(
                        "Yearly growth",
                        Shown.percent(run.yearlyGrowth()),
                        "Compound annual growth rate (CAGR) over the traded period."),
                new Figure(
                        "Sharpe ratio",
                        Shown.number(run.sharpe()),
                        "Mean over deviation of daily returns, times √365; no rate without risk (Sharpe 1994)."),
                new Figure(
                        "Sortino ratio",
                        Shown.number(run.sortino()),
                        "Mean over downside deviation of daily returns, over all days, times √365 (Sortino and Price"
                                + " 1994)."),
                new Figure(
                        "Calmar ratio",
                        Shown.number(run.calmar()),
                        "Yearly growth over the deepest drawdown (Young 1991)."),
                new Figure(
                        "Omega",
                        Shown.number(run.omega()),
                        "Sum of positive over sum of negative daily returns (Keating and Shadwick 2002)."),
                new Figure(
                        "Probabilistic Sharpe",
                        Shown.percent(run.probabilisticSharpe()),
                        "Probability that the true Sharpe ratio is above zero, given skewness and kurtosis (Bailey and"
                                + " López de Prado 2012)."),
                new Figure(
                        "Deflated Sharpe",
                        run.trials().isPresent() ? Shown.percent(run.deflatedSharpe()) : Shown.notKnown(),
                        "The same against the best of as many worthless trials as were made (Bailey and López de Prado"
                                + " 2014); only a search knows how many those were."),
                new Figure(
                        "Trials",
                        run.trials().isPresent() ? Shown.count(run.trials().getAsInt()) : Shown.notKnown(),
                        "Variants that the search tried before this one was shown, itself included."));
    }

    static List<Figure> risk(RunStatistics run) {
        Drawdowns falls = run.drawdowns();
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure(
                        "Deepest drawdown",
                        Shown.percent(falls.deepest()),
                        "Largest fall of equity from a peak, as a part of the peak."),
                new Figure(
                        "Longest drawdown",
                        Shown.duration(falls.longestMs()),
                        "Longest time from a peak until equity reached it again, or the end."),
                new Figure("Drawdowns", Shown.count(falls.all().size()), "Falls of equity below a peak."),
                new Figure(
                        "Time in the market",
                        Shown.percent(run.exposure().timeInMarket()),
                        "Part of the period with at least one open trade."),
                new Figure(
                        "Mean notional",
                        Shown.percent(run.exposure().meanNotional()),
                        "Value of the open trades at entry, averaged over the whole period, over the start equity."),
                new Figure(
                        "Turnover",
                        Shown.number(run.exposure().turnover()),
                        "Traded value, entries and exits, over the start equity.")));
        MonteCarlo luck = run.monteCarlo();
        if (luck != null) {
            figures.add(new Figure(
                    "Profit in bad luck",
                    Shown.usd(luck.profitLow()),
                    "5th percentile of the net profit when the trades are drawn again with replacement, " + luck.runs()
                            + " times (bootstrap; Efron 1979)."));
            figures.add(new Figure(
                    "Drawdown in bad luck",
                    Shown.usd(luck.drawdownHigh()),
                    "95th percentile of the deepest drawdown in the same draws."));
            figures.add(new Figure(
                    "Probability of a loss",
                    Shown.percent(luck.lossProbability()),
                    "Part of these draws that lost money."));
        }
        return figures;
    }

    static List<Figure> trades(RunStatistics run) {
        TradeStatistics trades = run.trades();
        return List.of(
                new Figure(
                        "Trades",
                        Shown.count(trades.count()),
                        "Closed round trips of a leg; open positions are not among them."),
                new Figure("Won", Shown.percent(trades.winRate()), "Trades with a net profit as a part of all."),
                new Figure(
                        "Profit factor",
                        Shown.number(trades.profitFactor()),
                        "Sum of net profits over sum of net losses; none without a loss."),
                new Figure("Expectancy", Shown.usd(trades.expectancy()), "Mean net profit of a trade."),
                new Figure(
                        "Payoff",
                        Shown.number(trades.payoff()),
                        "Mean profit of won trades over mean loss of lost ones."),
                new Figure(
                        "SQN",
                        Shown.number(trades.systemQuality()),
                        "√n × mean over deviation of net profits, n at most 100 (Tharp 2008)."),
                new Figure(
                        "Best trade's share",
                        Shown.percent(trades.largestShare()),
                        "The best trade's profit as a part of the net profit of all."),
                new Figure(
                        "Longest winning streak",
                        Shown.count(trades.longestWinning()),
                        "Won trades in a row, in the order in which they closed."),
                new Figure("Longest losing streak", Shown.count(trades.longestLosing()), "Lost trades in a row."),
                new Figure(
                        "Median duration",
                        Shown.duration(trades.medianDurationMs()),
                        "From first entry fill to last exit fill."),
                new Figure(
                        "Mean MAE",
                        Shown.usd(trades.meanAdverse()),
                        "Mean of the worst unrealised losses while open (maximum adverse excursion; Sweeney 1996)."),
                new Figure(
                        "Mean MFE",
                        Shown.usd(trades.meanFavourable()),
                        "Mean of the best unrealised profits while open (maximum favourable excursion)."));
    }

    static List<Figure> costs(RunStatistics run) {
        return List.of(
                new Figure(
                        "Gross profit",
                        Shown.usd(run.trades().grossPnl()),
                        "Price differences only, over closed trades."),
                new Figure("Fees", Shown.usd(run.costs().fees()), "Paid to the venue."),
                new Figure("Funding", Shown.usd(run.costs().funding()), "Received; negative where paid."),
                new Figure(
                        "Slippage in",
                        Shown.usd(run.costs().entrySlippage()),
                        "Lost between the decision's mark price and the entry's price; part of the gross profit"
                                + " already."),
                new Figure(
                        "Slippage out",
                        Shown.usd(run.costs().exitSlippage()),
                        "Lost between the stop's or target's trigger, or the mark price at the decision to leave, and"
                                + " the exit's price; part of the gross profit already."),
                new Figure(
                        "Net profit",
                        Shown.usd(run.trades().netPnl()),
                        "Gross profit less fees, plus funding, over closed trades."),
                new Figure(
                        "Hedge's profit",
                        Shown.usd(run.hedge().cost()),
                        "Net profit of all hedge trades; negative where the hedge cost."),
                new Figure(
                        "Hedge effectiveness",
                        Shown.percent(run.hedge().variance()),
                        "Part of the variance of profit that the hedge removed, over "
                                + run.hedge().pairs() + " pairs (Ederington 1979)."));
    }

    static List<Figure> baseline(RunStatistics run) {
        Baseline market = run.baseline();
        return List.of(
                new Figure(
                        "Market return",
                        Shown.percent(market.marketReturn()),
                        "Holding the market over the same time, without leverage and cost."),
                new Figure("Market drawdown", Shown.percent(market.marketDrawdown()), "Its deepest fall from a peak."),
                new Figure(
                        "Correlation", Shown.number(market.correlation()), "Of daily returns of strategy and market."));
    }
}
