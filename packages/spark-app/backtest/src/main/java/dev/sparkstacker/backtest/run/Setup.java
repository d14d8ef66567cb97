package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.StrategyIdentity;
import dev.sparkstacker.domain.AccountId;
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
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.StrategyType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the engine's configuration for one strategy in one market. */
public final class Setup {
    private static final AccountId MAIN = new AccountId("main");
    private static final Usd NO_LIMIT = Usd.of("1000000000");
    private static final int NO_COUNT = 1_000;

    private Setup() {}

    /**
     * How a strategy that stands in no configuration is traded: one leg, one account, isolated margin, no limits but the
     * venue's.
     *
     * @param margin committed to each position
     */
    public record Trading(Usd margin, Leverage leverage, ExitConfig exits, boolean reverse) {}

    /** A strategy type on its own. @throws IllegalArgumentException naming the parameter that is wrong */
    public static TradingConfig ofType(
            StrategyType type, List<Parameter> parameters, MarketId market, Interval interval, Trading trading) {
        check(type, parameters, interval);
        StrategyConfig strategy = new StrategyConfig(
                new StrategyId(type.name()),
                type.name(),
                List.of(market),
                interval,
                sorted(parameters),
                new LegConfig(MAIN, trading.margin(), trading.leverage()),
                null,
                trading.exits(),
                trading.reverse());
        return new TradingConfig(
                List.of(new AccountConfig(MAIN, MarginMode.ISOLATED)),
                List.of(strategy),
                orders(),
                new RiskConfig(NO_LIMIT, NO_LIMIT, NO_COUNT, new Leverage(1)),
                UnknownPositionPolicy.HALT);
    }

    /**
     * A configured strategy with its legs, exits and limits, in another market and with some other parameters.
     *
     * @param interval instead of its own, or null
     * @throws BacktestException if its hedge needs another market's data
     * @throws IllegalArgumentException naming the parameter that is wrong
     */
    public static TradingConfig ofConfigured(
            TradingConfig config,
            StrategyId id,
            StrategyType type,
            List<Parameter> changed,
            MarketId market,
            @Nullable Interval interval) {
        StrategyConfig found = config.strategies().stream()
                .filter(strategy -> strategy.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BacktestException("No strategy is named " + id + " in the configuration."));
        Interval chosen = interval == null ? found.interval() : interval;
        List<Parameter> parameters = merged(found.parameters(), changed);
        check(type, parameters, chosen);
        HedgeConfig hedge = found.hedge();
        StrategyConfig strategy = new StrategyConfig(
                found.id(),
                found.type(),
                List.of(market),
                chosen,
                parameters,
                found.main(),
                hedge == null ? null : sameMarket(found, hedge),
                found.exits(),
                found.reverse());
        List<AccountConfig> accounts = config.accounts().stream()
                .filter(account -> isUsed(account, strategy))
                .toList();
        return new TradingConfig(
                accounts, List.of(strategy), config.orders(), config.risk(), config.unknownPositions());
    }

    /** The same run with some parameters changed. @throws IllegalArgumentException naming the parameter that is wrong */
    public static RunSettings withParameters(RunSettings settings, StrategyType type, List<Parameter> changed) {
        StrategyConfig before = settings.strategy();
        List<Parameter> parameters = merged(before.parameters(), changed);
        check(type, parameters, before.interval());
        StrategyConfig strategy = new StrategyConfig(
                before.id(),
                before.type(),
                before.markets(),
                before.interval(),
                parameters,
                before.main(),
                before.hedge(),
                before.exits(),
                before.reverse());
        TradingConfig trading = settings.trading();
        return settings.with(
                new TradingConfig(
                        trading.accounts(),
                        List.of(strategy),
                        trading.orders(),
                        trading.risk(),
                        trading.unknownPositions()),
                identity(strategy, type));
    }

    /** The strategy as people name it, with every parameter in force. */
    public static StrategyIdentity identity(StrategyConfig strategy, StrategyType type) {
        List<StrategyIdentity.Value> values = new ArrayList<>();
        for (ParameterSpec spec : type.parameters()) {
            Parameter given = strategy.parameters().stream()
                    .filter(parameter -> parameter.name().equals(spec.name()))
                    .findFirst()
                    .orElse(null);
            boolean chosen = given != null && !given.value().equals(spec.defaultText());
            values.add(new StrategyIdentity.Value(
                    spec.name(), given == null ? spec.defaultText() : given.value(), chosen, spec.help()));
        }
        return new StrategyIdentity(strategy.id().toString(), strategy.type(), strategy.interval(), values);
    }

    private static void check(StrategyType type, List<Parameter> parameters, Interval interval) {
        type.create(parameters, interval);
    }

    private static HedgeConfig sameMarket(StrategyConfig strategy, HedgeConfig hedge) {
        MarketId market = hedge.market();
        if (market != null && !strategy.markets().contains(market)) {
            throw new BacktestException(strategy.id() + " hedges in " + market
                    + ", whose data are not in the file. A backtest has one market; remove hedge.market, or choose a"
                    + " strategy that hedges in its own.");
        }
        return new HedgeConfig(hedge.leg(), hedge.keepOnMainClose(), null, hedge.dynamic());
    }

    private static boolean isUsed(AccountConfig account, StrategyConfig strategy) {
        HedgeConfig hedge = strategy.hedge();
        return account.id().equals(strategy.main().account())
                || (hedge != null && account.id().equals(hedge.leg().account()));
    }

    private static List<Parameter> merged(List<Parameter> before, List<Parameter> changed) {
        List<Parameter> all = new ArrayList<>(before);
        for (Parameter change : changed) {
            all.removeIf(parameter -> parameter.name().equals(change.name()));
            all.add(change);
        }
        return sorted(all);
    }

    private static List<Parameter> sorted(List<Parameter> parameters) {
        return parameters.stream().sorted(Comparator.comparing(Parameter::name)).toList();
    }

    /** The product's defaults. */
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
