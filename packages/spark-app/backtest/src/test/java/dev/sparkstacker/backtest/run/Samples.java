package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.math.BigDecimal;
import java.util.List;

/** Whole runs for tests of what is made of them. */
public final class Samples {
    private Samples() {}

    /** A run of {@code macd} over a seeded walk of one-minute bars, takers paying so many basis points. */
    public static BacktestResult macd(int bars, long seed, String slippageBps) {
        RunSettings settings = Runs.settings("macd", Interval.M1)
                .withDepth(new Depth.Slipped(Rate.ofBps(new BigDecimal(slippageBps))));
        return new Backtest(settings, Runs.walk(bars, seed), 1).run().result();
    }

    /** A walk on which every entry is below the venue's least order. */
    public static BacktestResult tooSmall() {
        RunSettings settings = Runs.settings("macd", Interval.M1);
        StrategyType type = Strategies.byName("macd").orElseThrow();
        TradingConfig trading = Setup.ofType(
                type,
                List.of(),
                Runs.ETH,
                Interval.M1,
                new Setup.Trading(
                        Usd.of("1"), new Leverage(5), settings.strategy().exits(), true));
        return new Backtest(settings.with(trading, settings.identity()), Runs.walk(600, 3), 1)
                .run()
                .result();
    }
}
