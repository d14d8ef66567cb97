package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.RiskScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What scopes are worth at one instant: accounts their equity, everything the sum of all accounts, a strategy or a market
 * what it has earned. One account that is not known makes the sum unknown.
 */
final class Worth {
    private final List<Breaker> breakers;
    private final PnlSource pnl;
    private final BreakerPolicy.Equity policy;
    private final long nowMs;

    Worth(List<Breaker> breakers, PnlSource pnl, BreakerPolicy.Equity policy, long nowMs) {
        this.breakers = breakers;
        this.pnl = pnl;
        this.policy = policy;
        this.nowMs = nowMs;
    }

    /** The worth, or null where it is not known. */
    @Nullable
    Usd of(RiskScope scope) {
        return switch (scope) {
            case RiskScope.Global everything -> sum(null);
            case RiskScope.OfAccount one -> sum(one);
            case RiskScope.OfStrategy one -> pnl.booked(one);
            case RiskScope.OfMarket one -> pnl.booked(one);
        };
    }

    private @Nullable Usd sum(RiskScope.@Nullable OfAccount only) {
        Usd sum = null;
        for (Breaker each : breakers) {
            if (each instanceof EquityBreaker equity
                    && (only == null || equity.scope().equals(only))) {
                Usd booked = pnl.booked(equity.scope());
                Usd worth = booked == null ? null : equity.worth(booked, nowMs, policy.maxAgeMs());
                if (worth == null) {
                    return null;
                }
                sum = sum == null ? worth : sum.plus(worth);
            }
        }
        return sum;
    }
}
