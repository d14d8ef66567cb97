package dev.sparkstacker.app.config;

import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.AppConfig;
import dev.sparkstacker.app.config.model.ExitSettings;
import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.OrderSettings;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.config.DynamicHedge;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.OrderPolicy;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** From settings with units in their names to the engine's types. */
final class TradingConfigs {
    private static final BigDecimal MS_PER_HOUR = BigDecimal.valueOf(3_600_000L);

    private TradingConfigs() {}

    static TradingConfig of(AppConfig config) {
        return new TradingConfig(
                config.accounts().stream().map(TradingConfigs::account).toList(),
                config.strategies().stream()
                        .map(strategy -> strategy(strategy, config.risk().riskPerTradePct()))
                        .toList(),
                orders(config.orders()),
                RiskConfigs.of(config.risk(), config.orders().entrySlippagePct()),
                config.orders().unknownPositions());
    }

    private static AccountConfig account(AccountSettings account) {
        return new AccountConfig(account.name(), account.marginMode());
    }

    private static StrategyConfig strategy(StrategySettings strategy, BigDecimal riskPct) {
        return new StrategyConfig(
                strategy.id(),
                strategy.type(),
                strategy.markets(),
                strategy.interval(),
                strategy.parameters().values(),
                LegSizes.of(strategy.main(), riskPct),
                hedge(strategy.hedge(), riskPct),
                exits(strategy.exits()),
                strategy.reverse());
    }

    private static @Nullable HedgeConfig hedge(@Nullable HedgeSettings hedge, BigDecimal riskPct) {
        return hedge == null
                ? null
                : new HedgeConfig(LegSizes.of(hedge.leg(), riskPct), hedge.keepHedge(), hedge.market(), dynamic(hedge));
    }

    private static @Nullable DynamicHedge dynamic(HedgeSettings hedge) {
        return switch (hedge.dynamic()) {
            case OFF -> null;
            case ON ->
                new DynamicHedge(
                        Rate.ofPct(hedge.halveAtMainGainPct()),
                        Rate.ofPct(hedge.closeMainAtLossPct()),
                        Rate.ofPct(hedge.closeBothAtLossPct()));
        };
    }

    private static ExitConfig exits(ExitSettings exits) {
        long maxHoldMs = exits.maxHoldHours()
                .multiply(MS_PER_HOUR)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new ExitConfig(
                Rate.ofPct(exits.stopPct()), Rate.ofPct(exits.targetPct()), maxHoldMs, exits.cooldownBars());
    }

    private static OrderPolicy orders(OrderSettings orders) {
        return new OrderPolicy(
                Rate.ofPct(orders.entrySlippagePct()),
                orders.exitSlippagePct().stream().map(Rate::ofPct).toList(),
                orders.exitStepMs(),
                Rate.ofPct(orders.triggerBoundPct()),
                orders.protectionTimeoutMs(),
                orders.protectionTimeoutMachineMs(),
                orders.expiresAfterMs(),
                orders.absentAfterMs(),
                orders.reconcileEveryMs(),
                orders.maxBookAgeMs());
    }
}
