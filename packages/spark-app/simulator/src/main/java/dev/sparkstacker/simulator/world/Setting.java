package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a world trades with: the strategies, and the prices they see.
 *
 * <pre>
 *  of 20 seeds   8  macd with a hedge on both markets          4  macd without one
 *                3  ma-cross with a hedge, 2 without           3  macd on BTC, super-signal on ETH
 * </pre>
 *
 * @param name what it is called
 * @param trading the engine's configuration
 * @param prices makes the prices from a seed of their own
 */
public record Setting(String name, TradingConfig trading, Function<SplittableRandom, SimulatedPrices> prices) {
    private static final List<MarketId> BOTH = List.of(Scene.BTC, Scene.ETH);
    private static final ExitConfig EXITS = new ExitConfig(Rate.of("0.02"), Rate.of("0.04"), 3_600_000);
    private static final String[] PRESETS = {"relaxed", "legacy"};

    /** The setting of a seed. */
    public static Setting drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed * 0xD1B54A32D192ED03L);
        int draw = random.nextInt(20);
        if (draw < 8) {
            return of("macd with a hedge", List.of(macd(BOTH, true)));
        } else if (draw < 12) {
            return of("macd", List.of(macd(BOTH, false)));
        } else if (draw < 17) {
            boolean hedged = draw < 15;
            return of(hedged ? "ma-cross with a hedge" : "ma-cross", List.of(maCross(hedged)));
        }
        String preset = PRESETS[random.nextInt(PRESETS.length)];
        return of(
                "macd and super-signal " + preset,
                List.of(macd(List.of(Scene.BTC), random.nextBoolean()), superSignal(preset)));
    }

    private static Setting of(String name, List<StrategyConfig> strategies) {
        return new Setting(name, Scene.trading(strategies), random -> new Prices(Scene.START_MS, random));
    }

    /** The intervals that the strategies decide on, shortest first. */
    List<Interval> intervals() {
        TreeSet<Interval> intervals = new TreeSet<>();
        trading.strategies().forEach(strategy -> intervals.add(strategy.interval()));
        return new ArrayList<>(intervals);
    }

    /** A {@code macd} of one-minute bars. */
    public static StrategyConfig macd(List<MarketId> markets, boolean hedged) {
        List<Parameter> parameters = List.of(
                new Parameter("fastBars", "8"), new Parameter("signalBars", "5"), new Parameter("slowBars", "21"));
        return strategy("macd", markets, Interval.M1, parameters, hedge(hedged));
    }

    private static StrategyConfig maCross(boolean hedged) {
        List<Parameter> parameters = List.of(
                new Parameter("average", "ema"), new Parameter("fastBars", "4"), new Parameter("slowBars", "11"));
        return strategy("ma-cross", BOTH, Interval.M1, parameters, hedge(hedged));
    }

    private static StrategyConfig superSignal(String preset) {
        return strategy(
                "super-signal", List.of(Scene.ETH), Interval.M3, List.of(new Parameter("preset", preset)), null);
    }

    private static @Nullable HedgeConfig hedge(boolean wanted) {
        return wanted ? new HedgeConfig(new LegConfig(Scene.HEDGE, Usd.of("20"), Scene.HEDGE_LEVERAGE), false) : null;
    }

    private static StrategyConfig strategy(
            String type,
            List<MarketId> markets,
            Interval interval,
            List<Parameter> parameters,
            @Nullable HedgeConfig hedge) {
        return new StrategyConfig(
                new StrategyId(type),
                type,
                markets,
                interval,
                parameters,
                new LegConfig(Scene.MAIN, Usd.of("80"), Scene.MAIN_LEVERAGE),
                hedge,
                EXITS,
                true);
    }
}
