package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.BreakerRule;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of one circuit breaker: stage, peaks and counters. Immutable; what happens gives the next state. It is
 * its own snapshot, so that a restart neither forgets nor resets it.
 *
 * <pre>
 *               value >= 80 %           value >= limit
 *     NORMAL ◄──────────────► WARNING ─────────────────► TRIPPED ──► HALT or FLATTEN
 *        ▲    value <  80 %                                 │
 *        └──── reset by a person, or after the cool-off ────┘
 * </pre>
 */
public sealed interface Breaker
        permits DailyLossBreaker,
                DrawdownBreaker,
                LossStreakBreaker,
                OrderErrorBreaker,
                RateLimitBreaker,
                StaleDataBreaker,
                ReconciliationBreaker,
                EquityBreaker {
    /** What it watches. */
    BreakerKind kind();

    /** What it holds for. */
    RiskScope scope();

    /** How far it is. */
    Latch latch();

    /** Why a person cannot reset it now, or null where one can. */
    @Nullable
    String refusal();

    /** The state after a reset: at rest, and counting anew from here. */
    Breaker reset(long nowMs);

    /** Whether what tripped it is over, so that time alone may reset it. */
    boolean isOver();

    /** {@code daily-loss}, or {@code daily-loss@market:ETH} for one that does not hold for everything. */
    default String name() {
        String kindName = kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return switch (scope()) {
            case RiskScope.Global everything -> kindName;
            case RiskScope.OfAccount one -> kindName + "@account:" + one.name();
            case RiskScope.OfStrategy one -> kindName + "@strategy:" + one.name();
            case RiskScope.OfMarket one -> kindName + "@market:" + one.name();
        };
    }

    /** How it behaves. */
    default BreakerRule rule(BreakerPolicy policy) {
        return switch (kind()) {
            case DAILY_LOSS -> policy.dailyLoss();
            case DRAWDOWN -> policy.drawdown();
            case LOSS_STREAK -> policy.lossStreak();
            case ORDER_ERRORS -> policy.orderErrors().rule();
            case RATE_LIMIT -> policy.rateLimit().rule();
            case STALE_DATA -> policy.staleData().rule();
            case RECONCILIATION -> policy.reconciliation().rule();
            case EQUITY -> EquityBreaker.RULE;
        };
    }

    default BreakerStage stage() {
        return latch().stage();
    }

    default boolean isTripped() {
        return latch().isTripped();
    }
}
