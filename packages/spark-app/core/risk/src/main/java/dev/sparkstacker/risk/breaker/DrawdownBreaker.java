package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.codec.WireId;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.risk.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The fall from the highest worth ever seen, across days and restarts.
 *
 * @param peak the highest worth, transfers taken out, or null before the first
 * @param peakAtMs venue time when that became the peak
 * @param worth the last known worth, or null before the first
 * @param known whether that is the worth now
 */
@WireId(2)
public record DrawdownBreaker(
        RiskScope scope,
        Latch latch,
        @Nullable Usd peak,
        long peakAtMs,
        @Nullable Usd worth,
        boolean known) implements Breaker {
    /** A breaker that has seen nothing. */
    public static DrawdownBreaker fresh(RiskScope scope, long nowMs) {
        Reading nothing = new Reading(Unit.USD, 0, 0);
        return new DrawdownBreaker(scope, Latch.normal(nothing, nowMs), null, 0, null, false);
    }

    /** The worth is what it says; the limit is in money, the peak considered. */
    DrawdownBreaker onWorth(Usd now, Usd limit, Pct warnAt, long nowMs) {
        Usd highest = peakFor(now);
        Reading reading = new Reading(Unit.USD, highest.minus(now).e8(), limit.e8());
        long sinceMs = highest.equals(peak) ? peakAtMs : nowMs;
        return new DrawdownBreaker(scope, latch.judge(reading, warnAt, nowMs), highest, sinceMs, now, true);
    }

    /** The worth is not known now; the peak stays. */
    DrawdownBreaker onUnknown() {
        return known ? new DrawdownBreaker(scope, latch, peak, peakAtMs, worth, false) : this;
    }

    /**
     * Money came in or went out: the peak moves with it.
     *
     * @param atMs venue time when it moved
     * @param seen whether the worth already shows it
     */
    DrawdownBreaker onTransfer(Usd amount, long atMs, boolean seen) {
        if (peak == null || worth == null) {
            return this;
        }
        Usd highest = seen && atMs <= peakAtMs ? peak : peak.plus(amount);
        Usd left = seen ? worth : worth.plus(amount);
        return new DrawdownBreaker(scope, latch, highest, peakAtMs, left, known);
    }

    /** The highest worth, this one considered. */
    Usd peakFor(Usd now) {
        return peak == null || now.compareTo(peak) > 0 ? now : peak;
    }

    @Override
    public BreakerKind kind() {
        return BreakerKind.DRAWDOWN;
    }

    @Override
    public @Nullable String refusal() {
        return known ? null : "what " + scope + " is worth is not known now";
    }

    @Override
    public DrawdownBreaker reset(long nowMs) {
        Reading reading = new Reading(Unit.USD, 0, latch.reading().limit());
        return new DrawdownBreaker(scope, Latch.normal(reading, nowMs), worth, nowMs, worth, known);
    }

    @Override
    public boolean isOver() {
        return known;
    }
}
