package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.codec.WireId;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.risk.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How often the venue refused an account's requests for being too many.
 *
 * @param hits when it did
 */
@WireId(5)
public record RateLimitBreaker(RiskScope scope, Latch latch, RecentTimes hits) implements Breaker {
    /** A breaker that has seen nothing. */
    public static RateLimitBreaker fresh(RiskScope scope, long nowMs) {
        return new RateLimitBreaker(scope, Latch.normal(new Reading(Unit.COUNT, 0, 0), nowMs), RecentTimes.NONE);
    }

    /** The venue refused a request. */
    RateLimitBreaker onHit(BreakerPolicy.RateLimit policy, long nowMs) {
        return new RateLimitBreaker(scope, latch, hits.with(nowMs, policy.maxHits())).onTime(policy, nowMs);
    }

    /** Time passed: old refusals count no more. */
    RateLimitBreaker onTime(BreakerPolicy.RateLimit policy, long nowMs) {
        Reading reading = new Reading(Unit.COUNT, hits.within(nowMs, policy.windowMs()), policy.maxHits());
        return new RateLimitBreaker(scope, latch.judge(reading, policy.rule().warnAt(), nowMs), hits);
    }

    @Override
    public BreakerKind kind() {
        return BreakerKind.RATE_LIMIT;
    }

    @Override
    public @Nullable String refusal() {
        return null;
    }

    @Override
    public RateLimitBreaker reset(long nowMs) {
        Reading reading = new Reading(Unit.COUNT, 0, latch.reading().limit());
        return new RateLimitBreaker(scope, Latch.normal(reading, nowMs), RecentTimes.NONE);
    }

    @Override
    public boolean isOver() {
        return latch.reading().value() < latch.reading().limit();
    }
}
