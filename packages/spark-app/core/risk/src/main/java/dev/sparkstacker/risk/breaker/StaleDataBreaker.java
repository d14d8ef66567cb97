package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.codec.WireId;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.risk.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How long a market has told nothing.
 *
 * @param freshAtMs venue time of its last news
 */
@WireId(6)
public record StaleDataBreaker(RiskScope scope, Latch latch, long freshAtMs) implements Breaker {
    /** A breaker that begins to wait. */
    public static StaleDataBreaker fresh(RiskScope scope, long nowMs) {
        return new StaleDataBreaker(scope, Latch.normal(new Reading(Unit.MS, 0, 0), nowMs), nowMs);
    }

    /** The market told something. */
    StaleDataBreaker onNews(long newsAtMs) {
        return newsAtMs > freshAtMs ? new StaleDataBreaker(scope, latch, newsAtMs) : this;
    }

    /** Time passed. */
    StaleDataBreaker onTime(BreakerPolicy.StaleData policy, long nowMs) {
        Reading reading = new Reading(Unit.MS, Math.max(0, nowMs - freshAtMs), policy.maxAgeMs());
        return new StaleDataBreaker(scope, latch.judge(reading, policy.rule().warnAt(), nowMs), freshAtMs);
    }

    @Override
    public BreakerKind kind() {
        return BreakerKind.STALE_DATA;
    }

    @Override
    public @Nullable String refusal() {
        return isOver() ? null : scope + " still tells nothing";
    }

    @Override
    public StaleDataBreaker reset(long nowMs) {
        return new StaleDataBreaker(scope, Latch.normal(latch.reading(), nowMs), freshAtMs);
    }

    @Override
    public boolean isOver() {
        return latch.reading().value() < latch.reading().limit();
    }
}
