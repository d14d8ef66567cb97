package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.codec.WireId;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.risk.Unit;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The share of an account's orders that the venue refused or left unanswered. Too few orders say nothing.
 *
 * @param orders when orders got their outcome
 * @param errors when the outcome was an error
 */
@WireId(4)
public record OrderErrorBreaker(RiskScope scope, Latch latch, RecentTimes orders, RecentTimes errors)
        implements Breaker {
    /** More orders than this are not looked back on. */
    private static final int KEPT = 500;

    /** A breaker that has seen nothing. */
    public static OrderErrorBreaker fresh(RiskScope scope, long nowMs) {
        Latch atRest = Latch.normal(new Reading(Unit.PCT, 0, 0), nowMs);
        return new OrderErrorBreaker(scope, atRest, RecentTimes.NONE, RecentTimes.NONE);
    }

    /** An order got its outcome. */
    OrderErrorBreaker onOutcome(boolean error, BreakerPolicy.OrderErrors policy, long nowMs) {
        OrderErrorBreaker counted = new OrderErrorBreaker(
                scope, latch, orders.with(nowMs, KEPT), error ? errors.with(nowMs, KEPT) : errors);
        return counted.onTime(policy, nowMs);
    }

    /** Time passed: old outcomes count no more. */
    OrderErrorBreaker onTime(BreakerPolicy.OrderErrors policy, long nowMs) {
        int all = orders.within(nowMs, policy.windowMs());
        int failed = errors.within(nowMs, policy.windowMs());
        boolean enough = all >= policy.minOrders() && all > 0;
        Pct share = enough ? Pct.share(failed, all, RoundingMode.UP) : Pct.ZERO;
        Reading reading = new Reading(Unit.PCT, share.e10(), policy.maxShare().e10());
        return new OrderErrorBreaker(scope, latch.judge(reading, policy.rule().warnAt(), nowMs), orders, errors);
    }

    @Override
    public BreakerKind kind() {
        return BreakerKind.ORDER_ERRORS;
    }

    @Override
    public @Nullable String refusal() {
        return null;
    }

    @Override
    public OrderErrorBreaker reset(long nowMs) {
        Reading reading = new Reading(Unit.PCT, 0, latch.reading().limit());
        return new OrderErrorBreaker(scope, Latch.normal(reading, nowMs), RecentTimes.NONE, RecentTimes.NONE);
    }

    @Override
    public boolean isOver() {
        return true;
    }
}
