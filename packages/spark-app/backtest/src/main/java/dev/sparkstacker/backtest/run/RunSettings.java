package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.MarketRules;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.result.StrategyIdentity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run depends on besides its data.
 *
 * @param identity the strategy as people name it
 * @param trading the engine's configuration with this one strategy
 * @param rules of the market
 * @param balance what each account begins with
 * @param latencyMs venue milliseconds from an order to its effect
 * @param depth the book where none was recorded
 * @param seed of everything drawn
 * @param fromMs when trading may begin, or null for as soon as the strategy is warm
 * @param toMs when trading ends, or null for the end of the data
 * @param warmUpBars bars of the strategy's interval before the first traded one, or null for what the engine would read
 * @param reconcileEveryMs how often the engine compares its books with the venue's, whose answers are certain here
 * @param trials the search by which the parameters were chosen, or null for a run on its own
 */
public record RunSettings(
        RunIdentity.Build build,
        StrategyIdentity identity,
        TradingConfig trading,
        MarketRules rules,
        Usd balance,
        long latencyMs,
        Depth depth,
        Funding funding,
        long seed,
        @Nullable Long fromMs,
        @Nullable Long toMs,
        @Nullable Integer warmUpBars,
        long reconcileEveryMs,
        @Nullable Trials trials) {
    /** An hour: what a live run finds out every half minute is certain here. */
    public static final long RECONCILE_EVERY_MS = 3_600_000;

    private static final int WARM_UPS = 3;
    private static final int MORE_BARS = 100;

    /** How many bars before the first traded one the engine reads for a strategy that needs so many to be warm. */
    public static long historyBars(int warmUpBars) {
        return (long) WARM_UPS * warmUpBars + MORE_BARS;
    }

    /** The strategy that runs. */
    public StrategyConfig strategy() {
        return trading.strategies().getFirst();
    }

    /** These settings as what a search chose. */
    public RunSettings withTrials(Trials value) {
        return new RunSettings(
                build,
                identity,
                trading,
                rules,
                balance,
                latencyMs,
                depth,
                funding,
                seed,
                fromMs,
                toMs,
                warmUpBars,
                reconcileEveryMs,
                value);
    }

    /** These settings with another warm-up, in bars of the strategy's interval. */
    public RunSettings withWarmUpBars(int value) {
        return new RunSettings(
                build,
                identity,
                trading,
                rules,
                balance,
                latencyMs,
                depth,
                funding,
                seed,
                fromMs,
                toMs,
                value,
                reconcileEveryMs,
                trials);
    }

    /** These settings within another period; null is open. */
    public RunSettings withPeriod(@Nullable Long from, @Nullable Long to) {
        return new RunSettings(
                build,
                identity,
                trading,
                rules,
                balance,
                latencyMs,
                depth,
                funding,
                seed,
                from,
                to,
                warmUpBars,
                reconcileEveryMs,
                trials);
    }

    /** These settings under other funding. */
    public RunSettings withFunding(Funding value) {
        return new RunSettings(
                build,
                identity,
                trading,
                rules,
                balance,
                latencyMs,
                depth,
                value,
                seed,
                fromMs,
                toMs,
                warmUpBars,
                reconcileEveryMs,
                trials);
    }

    /** These settings with the strategy configured otherwise. */
    public RunSettings with(TradingConfig config, StrategyIdentity named) {
        return new RunSettings(
                build,
                named,
                config,
                rules,
                balance,
                latencyMs,
                depth,
                funding,
                seed,
                fromMs,
                toMs,
                warmUpBars,
                reconcileEveryMs,
                trials);
    }

    /** These settings over another book. */
    public RunSettings withDepth(Depth value) {
        return new RunSettings(
                build,
                identity,
                trading,
                rules,
                balance,
                latencyMs,
                value,
                funding,
                seed,
                fromMs,
                toMs,
                warmUpBars,
                reconcileEveryMs,
                trials);
    }
}
