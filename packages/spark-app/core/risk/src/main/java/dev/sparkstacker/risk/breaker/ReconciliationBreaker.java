package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.codec.WireId;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.risk.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How much the books of an account differ from the venue.
 *
 * @param differences what the last proven comparison found
 */
@WireId(7)
public record ReconciliationBreaker(RiskScope scope, Latch latch, int differences) implements Breaker {
    /** A breaker that has seen nothing. */
    public static ReconciliationBreaker fresh(RiskScope scope, long nowMs) {
        return new ReconciliationBreaker(scope, Latch.normal(new Reading(Unit.COUNT, 0, 0), nowMs), 0);
    }

    /** A comparison ended. */
    ReconciliationBreaker onCompared(int found, BreakerPolicy.Reconciliation policy, long nowMs) {
        Reading reading = new Reading(Unit.COUNT, found, policy.maxDifferences());
        return new ReconciliationBreaker(
                scope, latch.judge(reading, policy.rule().warnAt(), nowMs), found);
    }

    @Override
    public BreakerKind kind() {
        return BreakerKind.RECONCILIATION;
    }

    @Override
    public @Nullable String refusal() {
        return null;
    }

    @Override
    public ReconciliationBreaker reset(long nowMs) {
        Reading reading = new Reading(Unit.COUNT, 0, latch.reading().limit());
        return new ReconciliationBreaker(scope, Latch.normal(reading, nowMs), 0);
    }

    @Override
    public boolean isOver() {
        return differences == 0;
    }
}
