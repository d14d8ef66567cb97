package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.MAIN;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.BreakerRule;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.SizingConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.TradingWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Configurations with limits, breakers and sizes, changed one at a time. The strategy does what the bars say. */
final class RiskConfigs {
    LimitSet.Orders orders = LimitSet.Orders.NONE;
    LimitSet.Positions positions =
            new LimitSet.Positions(Usd.of("1000"), Usd.of("3000"), 5, new Leverage(10), new Leverage(50));
    LimitSet.MarketQuality market = LimitSet.MarketQuality.NONE;
    LimitSet.Losses losses = LimitSet.Losses.NONE;
    List<ScopedLimits> scoped = List.of();
    List<TradingWindow> hours = List.of();
    BreakerPolicy breakers = Configs.PATIENT;
    LegConfig leg = new LegConfig(MAIN, Usd.of("80"), new Leverage(10));

    TradingConfig scripted() {
        LimitSet limits = new LimitSet(orders, positions, market, losses);
        return Configs.of(
                new RiskConfig(limits, scoped, breakers, hours), Configs.scripted("macd-eth", leg, null, true, 0));
    }

    /** Losses in money. */
    RiskConfigs losing(@Nullable String daily, @Nullable String drawdown, @Nullable Integer streak) {
        losses = new LimitSet.Losses(limit(daily), limit(drawdown), streak);
        return this;
    }

    /** What may be lost in a part of trading. */
    RiskConfigs losingIn(RiskScope scope, String daily) {
        LimitSet.Losses own = new LimitSet.Losses(limit(daily), null, null);
        scoped = List.of(new ScopedLimits(
                scope, new LimitSet(LimitSet.Orders.NONE, LimitSet.Positions.NONE, LimitSet.MarketQuality.NONE, own)));
        return this;
    }

    RiskConfigs onDailyLoss(BreakerAction action, long coolOffMs) {
        BreakerRule rule = new BreakerRule(action, Pct.of("80"), coolOffMs);
        breakers = new BreakerPolicy(
                rule,
                breakers.drawdown(),
                breakers.lossStreak(),
                breakers.orderErrors(),
                breakers.rateLimit(),
                breakers.staleData(),
                breakers.reconciliation(),
                breakers.equity());
        return this;
    }

    RiskConfigs usualOrderErrors() {
        breakers = new BreakerPolicy(
                breakers.dailyLoss(),
                breakers.drawdown(),
                breakers.lossStreak(),
                BreakerPolicy.DEFAULT.orderErrors(),
                breakers.rateLimit(),
                breakers.staleData(),
                breakers.reconciliation(),
                breakers.equity());
        return this;
    }

    RiskConfigs usualBreakers() {
        breakers = BreakerPolicy.DEFAULT;
        return this;
    }

    RiskConfigs sized(SizingConfig sizing) {
        leg = new LegConfig(MAIN, sizing, new Leverage(10));
        return this;
    }

    private static @Nullable LossLimit limit(@Nullable String usd) {
        return usd == null ? null : new LossLimit(Usd.of(usd), null);
    }
}
