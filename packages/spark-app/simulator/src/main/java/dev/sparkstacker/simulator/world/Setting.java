package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.DynamicHedge;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.config.SizingConfig;
import dev.sparkstacker.domain.config.SizingMethod;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
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
 *  of 26 seeds   7  macd with a hedge on both markets          3  macd without one
 *                3  ma-cross with a hedge, 2 without           3  macd on BTC, super-signal on ETH
 *                2  macd on ETH, its hedge in BTC              2  macd on both, ma-cross on ETH beside it
 *                4  ma-cross on BTC, macd with a {@link Flaw} on ETH
 * </pre>
 *
 * <p>Sizing, exits, rules of the hedge, limits, breakers and what happens to unknown positions are drawn besides.
 *
 * @param name what it is called
 * @param trading the engine's configuration
 * @param prices makes the prices from a seed of their own
 */
public record Setting(String name, TradingConfig trading, Function<SplittableRandom, SimulatedPrices> prices) {
    private static final int KINDS = 26;
    private static final int SOUND = 22;
    private static final List<Flaw> FLAWS = List.of(Flaw.values());
    private static final List<MarketId> BOTH = List.of(Scene.BTC, Scene.ETH);
    private static final List<MarketId> BTC = List.of(Scene.BTC);
    private static final List<MarketId> ETH = List.of(Scene.ETH);
    private static final ExitConfig EXITS = new ExitConfig(Rate.of("0.02"), Rate.of("0.04"), 3_600_000);
    /** A hedge that outlives its main leg keeps the next entry waiting: not for long. */
    private static final long BRIEFLY_MS = 600_000;

    private static final DynamicHedge RULES = new DynamicHedge(Rate.of("0.02"), Rate.of("0.03"), Rate.of("0.02"));
    private static final LegConfig HEDGE = new LegConfig(Scene.HEDGE, Usd.of("20"), Scene.HEDGE_LEVERAGE);
    private static final String[] PRESETS = {"relaxed", "legacy"};

    /** The setting of a seed. */
    public static Setting drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed * 0xD1B54A32D192ED03L);
        int draw = random.nextInt(KINDS);
        Variety variety = new Variety(random);
        if (draw < 7) {
            return variety.of("macd with a hedge", macd(BOTH, true));
        } else if (draw < 10) {
            return variety.of("macd", macd(BOTH, false));
        } else if (draw < 15) {
            boolean hedged = draw < 13;
            return variety.of(hedged ? "ma-cross with a hedge" : "ma-cross", maCross(BOTH, hedged));
        } else if (draw < 18) {
            String preset = PRESETS[random.nextInt(PRESETS.length)];
            return variety.of("macd and super-signal " + preset, macd(BTC, random.nextBoolean()), superSignal(preset));
        } else if (draw < 20) {
            return variety.of("macd with a hedge in another market", crosswise());
        } else if (draw < SOUND) {
            return variety.of("two strategies on one account", macd(BOTH, false), maCross(ETH, false));
        }
        Flaw flaw = FLAWS.get((draw - SOUND) * FLAWS.size() / (KINDS - SOUND) + random.nextInt(2));
        Setting sound = variety.of("ma-cross and a flaw", maCross(BTC, random.nextBoolean()));
        List<StrategyConfig> strategies = new ArrayList<>(sound.trading.strategies());
        strategies.add(flaw.spoil(macd(ETH, false)));
        TradingConfig config = sound.trading;
        return new Setting(
                sound.name,
                new TradingConfig(
                        config.accounts(), strategies, config.orders(), config.risk(), config.unknownPositions()),
                sound.prices);
    }

    /** What is drawn besides the kind of setting. */
    private record Variety(SplittableRandom random) {
        Setting of(String name, StrategyConfig... strategies) {
            List<StrategyConfig> varied = new ArrayList<>();
            for (StrategyConfig strategy : strategies) {
                varied.add(vary(strategy));
            }
            TradingConfig config = Scene.trading(varied, DrawnRisk.from(random.split(), ethApart(varied)), policy());
            return new Setting(name, config, prices -> new Prices(Scene.START_MS, prices));
        }

        /** A hedge in the other market needs that one as well. */
        private static boolean ethApart(List<StrategyConfig> strategies) {
            return strategies.stream()
                    .map(StrategyConfig::hedge)
                    .noneMatch(hedge -> hedge != null && hedge.market() != null);
        }

        private UnknownPositionPolicy policy() {
            return switch (random.nextInt(4)) {
                case 0 -> UnknownPositionPolicy.ADOPT;
                case 1 -> UnknownPositionPolicy.CLOSE;
                default -> UnknownPositionPolicy.HALT;
            };
        }

        private boolean oneIn(int count) {
            return random.nextInt(count) == 0;
        }

        private StrategyConfig vary(StrategyConfig plain) {
            LegConfig main = plain.main();
            boolean briefly = oneIn(4);
            LegConfig leg = new LegConfig(main.account(), sizing(plain.markets()), main.leverage());
            HedgeConfig hedge = vary(plain.hedge());
            boolean kept = hedge != null && hedge.keepOnMainClose();
            long maxHoldMs = briefly || kept ? BRIEFLY_MS : EXITS.maxHoldMs();
            return new StrategyConfig(
                    plain.id(),
                    plain.type(),
                    plain.markets(),
                    plain.interval(),
                    plain.parameters(),
                    leg,
                    hedge,
                    new ExitConfig(EXITS.stopDistance(), EXITS.targetDistance(), maxHoldMs, oneIn(4) ? 5 : 0),
                    !oneIn(4));
        }

        private @Nullable HedgeConfig vary(@Nullable HedgeConfig plain) {
            return plain == null
                    ? null
                    : new HedgeConfig(plain.leg(), oneIn(4), plain.market(), oneIn(2) ? RULES : null);
        }

        /**
         * Each method comes to about 800 USD of notional, fixed units in ETH beside BTC to 20. Signals in ETH are too weak for
         * a size by their strength, so that BTC must be there to trade.
         */
        private SizingConfig sizing(List<MarketId> markets) {
            String units = markets.contains(Scene.BTC) ? "0.008" : "0.3";
            SizingMethod method = switch (random.nextInt(8)) {
                case 0 -> new SizingMethod.PercentEquity(Pct.of("0.8"));
                case 1 -> new SizingMethod.RiskBased(Pct.of("0.16"));
                case 2 -> new SizingMethod.FixedUnits(Quantity.of(units));
                case 3 -> new SizingMethod.Kelly(Pct.of("60"), Pct.of("1"), Pct.of("1"), Pct.of("8"));
                default -> new SizingMethod.FixedUsd(Usd.of("80"));
            };
            boolean byStrength = oneIn(3) && markets.contains(Scene.BTC);
            return new SizingConfig(method, byStrength);
        }
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
        return strategy("macd", markets, Interval.M1, parameters, hedged ? new HedgeConfig(HEDGE, false) : null);
    }

    /** BTC's prices are told before ETH's: where an ETH bar closes, the hedge's quote is of the same instant. */
    private static StrategyConfig crosswise() {
        StrategyConfig plain = macd(ETH, false);
        return strategy(
                plain.type(),
                plain.markets(),
                plain.interval(),
                plain.parameters(),
                new HedgeConfig(HEDGE, false, Scene.BTC, RULES));
    }

    private static StrategyConfig maCross(List<MarketId> markets, boolean hedged) {
        List<Parameter> parameters = List.of(
                new Parameter("average", "ema"), new Parameter("fastBars", "4"), new Parameter("slowBars", "11"));
        return strategy("ma-cross", markets, Interval.M1, parameters, hedged ? new HedgeConfig(HEDGE, false) : null);
    }

    private static StrategyConfig superSignal(String preset) {
        return strategy("super-signal", ETH, Interval.M3, List.of(new Parameter("preset", preset)), null);
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
