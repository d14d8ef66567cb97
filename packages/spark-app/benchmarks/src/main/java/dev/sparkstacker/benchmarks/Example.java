package dev.sparkstacker.benchmarks;

import dev.sparkstacker.backtest.result.MarketRules;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.rules.MarketTable;
import dev.sparkstacker.backtest.run.Depth;
import dev.sparkstacker.backtest.run.Funding;
import dev.sparkstacker.backtest.run.RunSettings;
import dev.sparkstacker.backtest.run.Setup;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.OrderPolicy;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import dev.sparkstacker.sandbox.price.DepthModel;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.util.List;

/** The trading that is measured: the configuration that the product ships, {@code macd} on ETH with a hedge. */
final class Example {
    static final MarketId ETH = new MarketId("ETH");
    static final Instrument RULES = new Instrument(ETH, 0, 4, new Leverage(25), false, Usd.of("0.1"));
    static final AccountId MAIN = new AccountId("main");
    static final AccountId HEDGE = new AccountId("hedge");
    static final List<AccountId> ACCOUNTS = List.of(MAIN, HEDGE);
    static final Usd BALANCE = Usd.of("10000");

    private static final long DAY_MS = 86_400_000;

    private Example() {}

    static TradingConfig config() {
        return new TradingConfig(
                List.of(new AccountConfig(MAIN, MarginMode.ISOLATED), new AccountConfig(HEDGE, MarginMode.ISOLATED)),
                List.of(strategy()),
                orders(),
                new RiskConfig(Usd.of("1000"), Usd.of("3000"), 5, new Leverage(10)),
                UnknownPositionPolicy.HALT);
    }

    /** The same trading over recorded bars; its orders are smaller than the venue's least. */
    static RunSettings run() {
        TradingConfig config = config();
        StrategyType type = Strategies.byName("macd").orElseThrow();
        MarketRules rules = MarketTable.bundled().rules(ETH).orElseThrow();
        return new RunSettings(
                new RunIdentity.Build("benchmark", "benchmark"),
                Setup.identity(config.strategies().getFirst(), type),
                config,
                new MarketRules(
                        ETH,
                        rules.source(),
                        rules.szDecimals(),
                        rules.maxLeverage(),
                        false,
                        RULES.minNotional(),
                        rules.takerFee(),
                        rules.makerFee()),
                BALANCE,
                150,
                new Depth.Walked(DepthModel.touch()),
                new Funding.Configured(Rate.of("0.0000125")),
                1,
                null,
                null,
                null,
                RunSettings.RECONCILE_EVERY_MS,
                null);
    }

    private static StrategyConfig strategy() {
        return new StrategyConfig(
                new StrategyId("macd-eth"),
                "macd",
                List.of(ETH),
                Interval.M1,
                List.of(),
                new LegConfig(MAIN, Usd.of("0.8"), new Leverage(10)),
                new HedgeConfig(new LegConfig(HEDGE, Usd.of("0.2"), new Leverage(5)), false),
                new ExitConfig(Rate.of("0.05"), Rate.of("0.1"), DAY_MS),
                true);
    }

    private static OrderPolicy orders() {
        return new OrderPolicy(
                Rate.of("0.005"),
                List.of(Rate.of("0.005"), Rate.of("0.01"), Rate.of("0.02"), Rate.of("0.05")),
                1_000,
                Rate.of("0.1"),
                2_000,
                0,
                5_000,
                2_000,
                30_000,
                5_000);
    }
}
