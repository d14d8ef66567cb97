package dev.sparkstacker.backtest.optimize;

import dev.sparkstacker.backtest.stats.Drawdowns;
import dev.sparkstacker.backtest.stats.EquityCurve;
import dev.sparkstacker.backtest.stats.Ratios;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** A number by which runs can be compared; higher is better, except where its name says what it counts. */
public enum Metric {
    /** Sharpe ratio a year, of daily returns. */
    SHARPE("sharpe") {
        @Override
        public OptionalDouble of(Outcome.Ran ran) {
            return Ratios.sharpe(ran.returns());
        }
    },
    /** Sortino ratio a year, of daily returns. */
    SORTINO("sortino") {
        @Override
        public OptionalDouble of(Outcome.Ran ran) {
            return Ratios.sortino(ran.returns());
        }
    },
    /** Yearly growth over the deepest drawdown. */
    CALMAR("calmar") {
        @Override
        public OptionalDouble of(Outcome.Ran ran) {
            return Ratios.calmar(curve(ran));
        }
    },
    /** Profits over losses. */
    PROFIT_FACTOR("profitFactor") {
        @Override
        public OptionalDouble of(Outcome.Ran ran) {
            return ran.grossLossUsd() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(ran.grossProfitUsd() / ran.grossLossUsd());
        }
    },
    /** Total return, as a fraction. */
    RETURN("return") {
        @Override
        public OptionalDouble of(Outcome.Ran ran) {
            return OptionalDouble.of(curve(ran).last() - 1);
        }
    },
    /** Deepest drawdown, as a fraction of the peak. */
    DRAWDOWN("drawdown") {
        @Override
        public OptionalDouble of(Outcome.Ran ran) {
            return OptionalDouble.of(Drawdowns.of(curve(ran)).deepest());
        }
    },
    /** Closed round trips. */
    TRADES("trades") {
        @Override
        public OptionalDouble of(Outcome.Ran ran) {
            return OptionalDouble.of(ran.trades());
        }
    };

    private static final long DAY_MS = 86_400_000;

    private final String word;

    Metric(String word) {
        this.word = word;
    }

    /** What people call it. */
    public String word() {
        return word;
    }

    /** Its value for a run; empty where it is not defined. */
    public abstract OptionalDouble of(Outcome.Ran ran);

    /** The metric of a name. @throws IllegalArgumentException if there is none, with those there are */
    public static Metric named(String word) {
        List<Metric> all = List.of(values());
        return all.stream()
                .filter(metric -> metric.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no metric; there are "
                        + String.join(", ", all.stream().map(Metric::word).toList())));
    }

    /** The growth of one unit. */
    private static EquityCurve curve(Outcome.Ran ran) {
        double[] returns = ran.returns();
        long[] times = new long[returns.length + 1];
        double[] equity = new double[returns.length + 1];
        Arrays.setAll(times, day -> day * DAY_MS);
        equity[0] = 1;
        for (int day = 0; day < returns.length; day++) {
            equity[day + 1] = equity[day] * (1 + returns[day]);
        }
        return new EquityCurve(times, equity);
    }
}
