package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.risk.limit.LimitBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which breakers a configuration asks for, and in which order they are kept. */
final class BreakerPlan {
    static final Comparator<Breaker> ORDER = Comparator.comparing(Breaker::kind).thenComparing(Breaker::scope);

    private BreakerPlan() {}

    /** Every breaker there must be, at rest. */
    static List<Breaker> of(RiskConfig config, List<AccountId> accounts, List<MarketId> markets, long nowMs) {
        List<Breaker> plan = new ArrayList<>();
        for (ScopedLimits each : new LimitBook(config).all()) {
            addLosses(plan, each.scope(), each.limits().losses(), nowMs);
        }
        for (AccountId account : accounts) {
            RiskScope scope = new RiskScope.OfAccount(account);
            plan.add(OrderErrorBreaker.fresh(scope, nowMs));
            plan.add(RateLimitBreaker.fresh(scope, nowMs));
            plan.add(ReconciliationBreaker.fresh(scope, nowMs));
            plan.add(EquityBreaker.fresh(scope, nowMs));
        }
        for (MarketId market : markets) {
            plan.add(StaleDataBreaker.fresh(new RiskScope.OfMarket(market), nowMs));
        }
        return plan;
    }

    private static void addLosses(List<Breaker> plan, RiskScope scope, LimitSet.Losses losses, long nowMs) {
        if (losses.daily() != null) {
            plan.add(DailyLossBreaker.fresh(scope, nowMs));
        }
        if (losses.drawdown() != null) {
            plan.add(DrawdownBreaker.fresh(scope, nowMs));
        }
        if (losses.maxStreak() != null) {
            plan.add(LossStreakBreaker.fresh(scope, nowMs));
        }
    }

    /** Whether two are the same breaker in different states. */
    static boolean same(Breaker one, Breaker other) {
        return one.kind() == other.kind() && one.scope().equals(other.scope());
    }
}
