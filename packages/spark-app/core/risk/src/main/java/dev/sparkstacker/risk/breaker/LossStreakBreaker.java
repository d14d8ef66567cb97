package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.codec.WireId;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.risk.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Round trips in a row that lost after costs. One that did not lose ends the row.
 *
 * @param losses how many so far
 */
@WireId(3)
public record LossStreakBreaker(RiskScope scope, Latch latch, int losses) implements Breaker {
    /** A breaker that has seen nothing. */
    public static LossStreakBreaker fresh(RiskScope scope, long nowMs) {
        return new LossStreakBreaker(scope, Latch.normal(new Reading(Unit.COUNT, 0, 0), nowMs), 0);
    }

    /** A round trip ended. */
    LossStreakBreaker onTrade(Usd netPnl, int maxStreak, Pct warnAt, long nowMs) {
        int row = netPnl.isNegative() ? losses + 1 : 0;
        Reading reading = new Reading(Unit.COUNT, row, maxStreak);
        return new LossStreakBreaker(scope, latch.judge(reading, warnAt, nowMs), row);
    }

    @Override
    public BreakerKind kind() {
        return BreakerKind.LOSS_STREAK;
    }

    @Override
    public @Nullable String refusal() {
        return null;
    }

    @Override
    public LossStreakBreaker reset(long nowMs) {
        Reading reading = new Reading(Unit.COUNT, 0, latch.reading().limit());
        return new LossStreakBreaker(scope, Latch.normal(reading, nowMs), 0);
    }

    @Override
    public boolean isOver() {
        return true;
    }
}
