package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.codec.WireId;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.risk.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The loss of one UTC day: what the scope was worth when the day began, less what it is worth now. A gain is a negative
 * loss. At midnight the day begins anew; a tripped breaker stays tripped.
 *
 * @param epochDay the UTC day it counts, days since 1 January 1970; -1 before the first worth
 * @param baseline the worth that the day's loss counts from, or null before the first
 * @param baselineAtMs venue time when that became the baseline
 * @param worth the last known worth, or null before the first
 * @param known whether that is the worth now
 */
@WireId(1)
public record DailyLossBreaker(
        RiskScope scope,
        Latch latch,
        long epochDay,
        @Nullable Usd baseline,
        long baselineAtMs,
        @Nullable Usd worth,
        boolean known)
        implements Breaker {
    private static final long MS_PER_DAY = 86_400_000L;

    /** A breaker that has seen nothing. */
    public static DailyLossBreaker fresh(RiskScope scope, long nowMs) {
        Reading nothing = new Reading(Unit.USD, 0, 0);
        return new DailyLossBreaker(scope, Latch.normal(nothing, nowMs), -1, null, 0, null, false);
    }

    /** The worth is what it says; the limit is in money, the day's baseline considered. */
    DailyLossBreaker onWorth(Usd now, Usd limit, Pct warnAt, long nowMs) {
        Usd from = baselineFor(now, nowMs);
        long fromMs = from.equals(baseline) && dayOf(nowMs) == epochDay ? baselineAtMs : nowMs;
        Reading reading = new Reading(Unit.USD, from.minus(now).e8(), limit.e8());
        return new DailyLossBreaker(scope, latch.judge(reading, warnAt, nowMs), dayOf(nowMs), from, fromMs, now, true);
    }

    /** The worth is not known now; what was counted stays. */
    DailyLossBreaker onUnknown() {
        return known ? new DailyLossBreaker(scope, latch, epochDay, baseline, baselineAtMs, worth, false) : this;
    }

    /**
     * Money came in or went out, which is neither a gain nor a loss.
     *
     * @param atMs venue time when it moved
     * @param seen whether the worth already shows it
     */
    DailyLossBreaker onTransfer(Usd amount, long atMs, boolean seen) {
        if (baseline == null || worth == null) {
            return this;
        }
        Usd from = seen && atMs <= baselineAtMs ? baseline : baseline.plus(amount);
        Usd left = seen ? worth : worth.plus(amount);
        return new DailyLossBreaker(scope, latch, epochDay, from, baselineAtMs, left, known);
    }

    /**
     * What the loss of the day counts from. A new day begins with the worth it was left with, or with the first one seen
     * where that is more: what was lost in between counts.
     */
    Usd baselineFor(Usd now, long nowMs) {
        if (baseline == null || worth == null) {
            return now;
        }
        boolean sameDay = dayOf(nowMs) <= epochDay;
        return sameDay ? baseline : now.compareTo(worth) > 0 ? now : worth;
    }

    /** What may still be lost today, or null where that is unknown. */
    @Nullable
    Usd remaining() {
        return known
                ? new Usd(Math.subtractExact(
                        latch.reading().limit(), latch.reading().value()))
                : null;
    }

    @Override
    public BreakerKind kind() {
        return BreakerKind.DAILY_LOSS;
    }

    @Override
    public @Nullable String refusal() {
        return known ? null : "what " + scope + " is worth is not known now";
    }

    @Override
    public DailyLossBreaker reset(long nowMs) {
        Reading reading = new Reading(Unit.USD, 0, latch.reading().limit());
        return new DailyLossBreaker(scope, Latch.normal(reading, nowMs), epochDay, worth, nowMs, worth, known);
    }

    @Override
    public boolean isOver() {
        return known;
    }

    private long dayOf(long nowMs) {
        return Math.max(epochDay, Math.floorDiv(nowMs, MS_PER_DAY));
    }
}
