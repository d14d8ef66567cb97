package dev.sparkstacker.app.config;

import dev.sparkstacker.app.config.model.BreakerSettings;
import dev.sparkstacker.app.config.model.LimitSettings;
import dev.sparkstacker.app.config.model.RiskSettings;
import dev.sparkstacker.app.config.model.ScopedLimitSettings;
import dev.sparkstacker.app.config.model.TradingHours;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.BreakerRule;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the risk settings, with units in their names, to the types of the risk manager. */
final class RiskConfigs {
    private RiskConfigs() {}

    /** @param slippagePct how far from mid an entry may pay where no limit says so */
    static RiskConfig of(RiskSettings risk, BigDecimal slippagePct) {
        List<ScopedLimits> scoped = new ArrayList<>();
        risk.accounts()
                .forEach((name, limits) -> scoped.add(scoped(new RiskScope.OfAccount(new AccountId(name)), limits)));
        risk.strategies()
                .forEach((name, limits) -> scoped.add(scoped(new RiskScope.OfStrategy(new StrategyId(name)), limits)));
        risk.markets()
                .forEach((name, limits) -> scoped.add(scoped(new RiskScope.OfMarket(MarketId.parse(name)), limits)));
        return new RiskConfig(
                global(risk.limits(), slippagePct),
                List.copyOf(scoped),
                breakers(risk.breakers()),
                risk.tradingHoursUtc().stream().map(TradingHours::window).toList());
    }

    private static LimitSet global(LimitSettings limits, BigDecimal slippagePct) {
        BigDecimal slippage = limits.maxSlippagePct() == null ? slippagePct : limits.maxSlippagePct();
        return new LimitSet(
                new LimitSet.Orders(
                        limits.minOrderSizeUsd(),
                        limits.maxOrderSizeUsd(),
                        limits.maxOrdersPerMinute(),
                        pct(limits.priceCollarPct())),
                new LimitSet.Positions(
                        limits.maxPositionSizeUsd(),
                        limits.maxTotalExposureUsd(),
                        limits.maxConcurrentPositions(),
                        limits.minLeverage(),
                        limits.maxLeverage()),
                new LimitSet.MarketQuality(limits.minOrderBookDepthUsd(), pct(limits.maxSpreadPct()), pct(slippage)),
                new LimitSet.Losses(
                        loss(limits.dailyLossLimitUsd(), limits.dailyLossLimitPct()),
                        loss(limits.maxDrawdownUsd(), limits.maxDrawdownPct()),
                        limits.maxConsecutiveLosses()));
    }

    private static ScopedLimits scoped(RiskScope scope, ScopedLimitSettings limits) {
        return new ScopedLimits(
                scope,
                new LimitSet(
                        new LimitSet.Orders(
                                limits.minOrderSizeUsd(),
                                limits.maxOrderSizeUsd(),
                                limits.maxOrdersPerMinute(),
                                pct(limits.priceCollarPct())),
                        new LimitSet.Positions(
                                limits.maxPositionSizeUsd(),
                                limits.maxTotalExposureUsd(),
                                limits.maxConcurrentPositions(),
                                limits.minLeverage(),
                                limits.maxLeverage()),
                        new LimitSet.MarketQuality(
                                limits.minOrderBookDepthUsd(),
                                pct(limits.maxSpreadPct()),
                                pct(limits.maxSlippagePct())),
                        new LimitSet.Losses(
                                loss(limits.dailyLossLimitUsd(), limits.dailyLossLimitPct()),
                                loss(limits.maxDrawdownUsd(), limits.maxDrawdownPct()),
                                limits.maxConsecutiveLosses())));
    }

    private static BreakerPolicy breakers(BreakerSettings breakers) {
        BigDecimal warnAt = breakers.warnAtPct();
        return new BreakerPolicy(
                rule(breakers.onDailyLoss(), warnAt, breakers.dailyLossCoolOffMs()),
                rule(breakers.onDrawdown(), warnAt, breakers.drawdownCoolOffMs()),
                rule(breakers.onConsecutiveLosses(), warnAt, breakers.consecutiveLossesCoolOffMs()),
                new BreakerPolicy.OrderErrors(
                        rule(BreakerAction.HALT, warnAt, breakers.orderErrorCoolOffMs()),
                        Pct.fromBigDecimal(breakers.maxOrderErrorPct()),
                        breakers.minOrdersToJudge(),
                        breakers.orderErrorWindowMs()),
                new BreakerPolicy.RateLimit(
                        rule(BreakerAction.HALT, warnAt, breakers.rateLimitCoolOffMs()),
                        breakers.maxRateLimitHits(),
                        breakers.rateLimitWindowMs()),
                new BreakerPolicy.StaleData(
                        rule(BreakerAction.HALT, warnAt, breakers.staleDataCoolOffMs()), breakers.staleDataMs()),
                new BreakerPolicy.Reconciliation(
                        rule(BreakerAction.HALT, warnAt, breakers.reconciliationCoolOffMs()),
                        breakers.maxReconciliationDifferences()),
                new BreakerPolicy.Equity(
                        Pct.fromBigDecimal(breakers.maxUnexplainedEquityPct()),
                        breakers.alwaysBelievedUsd(),
                        breakers.maxEquityAgeMs()));
    }

    private static BreakerRule rule(BreakerAction action, BigDecimal warnAtPct, long coolOffMs) {
        return new BreakerRule(action, Pct.fromBigDecimal(warnAtPct), coolOffMs);
    }

    private static @Nullable LossLimit loss(@Nullable Usd amount, @Nullable BigDecimal sharePct) {
        return amount == null && sharePct == null ? null : new LossLimit(amount, pct(sharePct));
    }

    private static @Nullable Pct pct(@Nullable BigDecimal percent) {
        return percent == null ? null : Pct.fromBigDecimal(percent);
    }
}
