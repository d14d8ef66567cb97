package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.BreakerRule;
import dev.sparkstacker.domain.output.BreakerStage;
import java.math.RoundingMode;

/** When a breaker may change its stage although nothing happens. */
final class Waiting {
    private static final long MS_PER_DAY = 86_400_000L;
    private static final long LOOK_AGAIN_MS = 1_000;

    private Waiting() {}

    /** The first instant after now at which it may; the largest number where it cannot. */
    static long nextMs(Breaker breaker, BreakerPolicy policy, long nowMs) {
        return breaker.isTripped()
                ? coolOffMs(breaker, policy, nowMs)
                : switch (breaker) {
                    case DailyLossBreaker one -> nextDayMs(nowMs);
                    case StaleDataBreaker one -> ageMs(one, policy.staleData(), nowMs);
                    case OrderErrorBreaker one -> lookAgainMs(one, nowMs);
                    case RateLimitBreaker one -> lookAgainMs(one, nowMs);
                    case DrawdownBreaker one -> Long.MAX_VALUE;
                    case LossStreakBreaker one -> Long.MAX_VALUE;
                    case ReconciliationBreaker one -> Long.MAX_VALUE;
                    case EquityBreaker one -> Long.MAX_VALUE;
                };
    }

    /** The end of its cool-off; from then on every now and then, until what tripped it is over. */
    private static long coolOffMs(Breaker breaker, BreakerPolicy policy, long nowMs) {
        BreakerRule rule = breaker.rule(policy);
        if (rule.coolOffMs() <= 0) {
            return Long.MAX_VALUE;
        }
        return Math.max(breaker.latch().sinceMs() + rule.coolOffMs(), nowMs + LOOK_AGAIN_MS);
    }

    private static long nextDayMs(long nowMs) {
        return (Math.floorDiv(nowMs, MS_PER_DAY) + 1) * MS_PER_DAY;
    }

    private static long ageMs(StaleDataBreaker breaker, BreakerPolicy.StaleData policy, long nowMs) {
        Pct warnAt = policy.rule().warnAt();
        long warnMs =
                FixedPoint.multiplyDivide(policy.maxAgeMs(), warnAt.e10(), Pct.HUNDRED.e10(), RoundingMode.CEILING);
        long warningMs = breaker.freshAtMs() + warnMs;
        return warningMs > nowMs ? warningMs : Math.max(breaker.freshAtMs() + policy.maxAgeMs(), nowMs + 1);
    }

    /** A warning ends when what it counts grows old. */
    private static long lookAgainMs(Breaker breaker, long nowMs) {
        return breaker.stage() == BreakerStage.WARNING ? nowMs + LOOK_AGAIN_MS : Long.MAX_VALUE;
    }
}
