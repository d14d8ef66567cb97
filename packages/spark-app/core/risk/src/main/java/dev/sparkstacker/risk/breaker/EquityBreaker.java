package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.codec.WireId;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.BreakerRule;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.risk.Unit;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Whether the readings of an account's equity can be believed. A reading that the account's own trading and transfers do
 * not explain, or that tells no number, halts entries and judges no loss; it never flattens. The next reading that fits
 * to the last believed one ends the doubt, as does a transfer that explains the doubted one; otherwise a person accepts
 * what was read.
 *
 * @param equity the last believed reading, transfers since then added, or null before the first
 * @param booked the account's own result when that was read
 * @param firstReadAtMs venue time of the first believed reading, or -1
 * @param readAtMs venue time of the last believed reading
 * @param doubted a reading that is not believed, or null where there is none or it told no number
 * @param doubtedBooked the account's own result when that was read
 * @param doubtedAtMs venue time of the reading that is not believed
 */
@WireId(8)
public record EquityBreaker(
        RiskScope scope,
        Latch latch,
        @Nullable Usd equity,
        Usd booked,
        long firstReadAtMs,
        long readAtMs,
        @Nullable Usd doubted,
        Usd doubtedBooked,
        long doubtedAtMs)
        implements Breaker {
    /** It never flattens, and only what is read resets it. */
    static final BreakerRule RULE = new BreakerRule(BreakerAction.HALT, Pct.HUNDRED, 0);

    /** A breaker that has seen nothing. */
    public static EquityBreaker fresh(RiskScope scope, long nowMs) {
        Latch atRest = Latch.normal(new Reading(Unit.USD, 0, 0), nowMs);
        return new EquityBreaker(scope, atRest, null, Usd.ZERO, -1, -1, null, Usd.ZERO, -1);
    }

    /**
     * The account was read.
     *
     * @param value the equity, or null where the venue's answer told no number
     * @param bookedNow what the account's own trading has brought so far: realised, unrealised, fees and funding
     */
    EquityBreaker onRead(@Nullable Usd value, Usd bookedNow, BreakerPolicy.Equity policy, long nowMs) {
        if (value == null) {
            Latch tripped = latch.moved(BreakerStage.TRIPPED, latch.reading(), "the venue told no equity", nowMs);
            return new EquityBreaker(scope, tripped, equity, booked, firstReadAtMs, readAtMs, null, bookedNow, nowMs);
        }
        Reading reading = unexplained(value, bookedNow, policy);
        return reading.value() < reading.limit()
                ? believing(value, bookedNow, reading, nowMs, nowMs)
                : doubting(value, bookedNow, reading, nowMs);
    }

    /** Money came in or went out. What is doubted may be explained by it. */
    EquityBreaker onTransfer(Usd amount, long atMs, BreakerPolicy.Equity policy, long nowMs) {
        if (equity == null || shows(atMs)) {
            return this;
        }
        EquityBreaker moved = new EquityBreaker(
                scope,
                latch,
                equity.plus(amount),
                booked,
                firstReadAtMs,
                readAtMs,
                doubted,
                doubtedBooked,
                doubtedAtMs);
        if (doubted == null) {
            return moved;
        }
        Reading reading = moved.unexplained(doubted, doubtedBooked, policy);
        return reading.value() < reading.limit()
                ? moved.believing(doubted, doubtedBooked, reading, doubtedAtMs, nowMs)
                : moved;
    }

    /** Whether the last believed reading was made after the given instant, and so shows what happened then. */
    boolean shows(long atMs) {
        return atMs <= readAtMs;
    }

    /** Whether what happened then is none of the product's business: it was before it looked first. */
    boolean precedes(long atMs) {
        return equity == null || atMs <= firstReadAtMs;
    }

    /** The equity now, own trading since the last reading added, or null where it is not known. */
    @Nullable
    Usd worth(Usd bookedNow, long nowMs, long maxAgeMs) {
        return equity == null || doubt(nowMs, maxAgeMs) != null
                ? null
                : equity.plus(bookedNow).minus(booked);
    }

    /** Why the equity is not known, or null where it is. */
    @Nullable
    String doubt(long nowMs, long maxAgeMs) {
        if (equity == null) {
            return "never read";
        }
        if (isTripped()) {
            return latch.note();
        }
        long ageMs = nowMs - readAtMs;
        return ageMs > maxAgeMs ? "last read " + ageMs + " ms ago" : null;
    }

    private Reading unexplained(Usd value, Usd bookedNow, BreakerPolicy.Equity policy) {
        Usd before = equity == null ? value : equity;
        Usd own = equity == null ? Usd.ZERO : bookedNow.minus(booked);
        Usd jump = value.minus(before).minus(own).abs();
        Usd share = policy.maxUnexplained().of(before.abs(), RoundingMode.DOWN);
        long bound = Math.max(share.e8(), policy.alwaysBelieved().e8());
        return new Reading(Unit.USD, jump.e8(), bound);
    }

    private EquityBreaker believing(Usd value, Usd bookedThen, Reading reading, long thenMs, long nowMs) {
        long first = firstReadAtMs < 0 ? thenMs : firstReadAtMs;
        Latch atRest = latch.moved(BreakerStage.NORMAL, reading, "", nowMs);
        return new EquityBreaker(scope, atRest, value, bookedThen, first, thenMs, null, Usd.ZERO, -1);
    }

    private EquityBreaker doubting(Usd value, Usd bookedThen, Reading reading, long nowMs) {
        String why =
                "read as " + value + " USD, " + reading.valueText() + " away from what trading and transfers explain";
        Latch tripped = latch.moved(BreakerStage.TRIPPED, reading, why, nowMs);
        return new EquityBreaker(scope, tripped, equity, booked, firstReadAtMs, readAtMs, value, bookedThen, nowMs);
    }

    @Override
    public BreakerKind kind() {
        return BreakerKind.EQUITY;
    }

    @Override
    public @Nullable String refusal() {
        return isTripped() && doubted == null ? "the venue told no equity: there is nothing to accept" : null;
    }

    /** A person accepts what was read: what moved it counts as a gain or a loss. */
    @Override
    public EquityBreaker reset(long nowMs) {
        Usd accepted = doubted;
        return accepted == null ? this : believing(accepted, doubtedBooked, latch.reading(), doubtedAtMs, nowMs);
    }

    @Override
    public boolean isOver() {
        return false;
    }
}
