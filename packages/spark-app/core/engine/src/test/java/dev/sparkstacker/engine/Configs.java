package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.OrderPolicy;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Configurations the scenarios trade with. The macd is so short that one bar decides. */
final class Configs {
    static final MarketId ETH = new MarketId("ETH");
    static final AccountId MAIN = new AccountId("main");
    static final AccountId HEDGE = new AccountId("hedge");
    static final LegId MAIN_LEG = new LegId(new StrategyId("macd-eth"), ETH, LegRole.MAIN);
    static final LegId HEDGE_LEG = MAIN_LEG.linked();
    static final MarketId BTC = new MarketId("BTC");
    static final Instrument BTC_RULES = new Instrument(BTC, 0, 5, new Leverage(40), false, Usd.of("10"));
    static final Instrument RULES = new Instrument(ETH, 1, 4, new Leverage(25), false, Usd.of("10"));

    /** Scenarios leap through quiet minutes and days and refuse orders by the dozen; neither is what they are about. */
    static final BreakerPolicy PATIENT = new BreakerPolicy(
            BreakerPolicy.DEFAULT.dailyLoss(),
            BreakerPolicy.DEFAULT.drawdown(),
            BreakerPolicy.DEFAULT.lossStreak(),
            new BreakerPolicy.OrderErrors(BreakerPolicy.DEFAULT.orderErrors().rule(), Pct.HUNDRED, 1_000, 600_000),
            BreakerPolicy.DEFAULT.rateLimit(),
            new BreakerPolicy.StaleData(BreakerPolicy.DEFAULT.staleData().rule(), 31_536_000_000L),
            BreakerPolicy.DEFAULT.reconciliation(),
            BreakerPolicy.DEFAULT.equity());

    static final RiskConfig RISK = risk("1000", "3000", 5, 10);
    static final OrderPolicy ORDERS = new OrderPolicy(
            Rate.of("0.005"),
            List.of(Rate.of("0.005"), Rate.of("0.01"), Rate.of("0.02"), Rate.of("0.05")),
            1_000,
            Rate.of("0.1"),
            2_000,
            500,
            5_000,
            2_000,
            30_000,
            5_000);

    private Configs() {}

    /** Limits on positions alone. */
    static RiskConfig risk(String position, String total, int positions, int minLeverage) {
        return risk(new LimitSet(
                LimitSet.Orders.NONE,
                new LimitSet.Positions(Usd.of(position), Usd.of(total), positions, new Leverage(minLeverage), null),
                LimitSet.MarketQuality.NONE,
                LimitSet.Losses.NONE));
    }

    /** Limits that hold for everything. */
    static RiskConfig risk(LimitSet limits) {
        return new RiskConfig(limits, List.of(), PATIENT, List.of());
    }

    /** One leg, 800 USD long or short. */
    static TradingConfig single() {
        return of(strategy("macd-eth", null, true));
    }

    /** The same with a hedge leg of 100 USD on the second account. */
    static TradingConfig hedged() {
        return of(strategy("macd-eth", hedge(), true));
    }

    /** One leg of 800 USD that does what the bars say. */
    static TradingConfig scripted() {
        return of(scripted(null, true, 0));
    }

    static StrategyConfig scripted(@Nullable HedgeConfig hedge, boolean reverse, int cooldownBars) {
        return scripted("macd-eth", new LegConfig(MAIN, Usd.of("80"), new Leverage(10)), hedge, reverse, cooldownBars);
    }

    static StrategyConfig scripted(
            String name, LegConfig main, @Nullable HedgeConfig hedge, boolean reverse, int cooldownBars) {
        return new StrategyConfig(
                new StrategyId(name),
                "scripted",
                List.of(ETH),
                Interval.M1,
                List.of(),
                main,
                hedge,
                new ExitConfig(Rate.of("0.05"), Rate.of("0.1"), 86_400_000, cooldownBars),
                reverse);
    }

    static TradingConfig with(TradingConfig config, UnknownPositionPolicy policy) {
        return new TradingConfig(config.accounts(), config.strategies(), config.orders(), config.risk(), policy);
    }

    static TradingConfig of(StrategyConfig... strategies) {
        return of(RISK, strategies);
    }

    static TradingConfig of(RiskConfig risk, StrategyConfig... strategies) {
        return new TradingConfig(
                List.of(new AccountConfig(MAIN, MarginMode.ISOLATED), new AccountConfig(HEDGE, MarginMode.ISOLATED)),
                List.of(strategies),
                ORDERS,
                risk,
                UnknownPositionPolicy.HALT);
    }

    static HedgeConfig hedge() {
        return new HedgeConfig(new LegConfig(HEDGE, Usd.of("20"), new Leverage(5)), false);
    }

    static StrategyConfig strategy(String name, @Nullable HedgeConfig hedge, boolean reverse) {
        return strategy(name, new LegConfig(MAIN, Usd.of("80"), new Leverage(10)), hedge, reverse, "2");
    }

    static StrategyConfig strategy(
            String name, LegConfig main, @Nullable HedgeConfig hedge, boolean reverse, String fast) {
        return new StrategyConfig(
                new StrategyId(name),
                "macd",
                List.of(ETH),
                Interval.M1,
                List.of(
                        new Parameter("fastBars", fast),
                        new Parameter("signalBars", "2"),
                        new Parameter("slowBars", "3")),
                main,
                hedge,
                new ExitConfig(Rate.of("0.05"), Rate.of("0.1"), 86_400_000),
                reverse);
    }
}
