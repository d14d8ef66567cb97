package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Rate;
import java.math.BigDecimal;

/** Whole runs for tests of what is made of them. */
public final class Samples {
    private Samples() {}

    /** A run of {@code macd} over a seeded walk of one-minute bars, takers paying so many basis points. */
    public static BacktestResult macd(int bars, long seed, String slippageBps) {
        RunSettings settings = Runs.settings("macd", Interval.M1)
                .withDepth(new Depth.Slipped(Rate.ofBps(new BigDecimal(slippageBps))));
        return new Backtest(settings, Runs.walk(bars, seed), 1).run().result();
    }
}
