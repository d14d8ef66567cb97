package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Usd;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An address's lifetime budget of requests: a start amount and one more for each USD traded. Once it is spent, one
 * request passes every ten seconds; cancels have a wider limit, min(cap + 100000, 2 * cap).
 */
public final class RequestBudget {
    private static final long SPARE_EVERY_MS = 10_000;
    private static final long CANCEL_EXTRA = 100_000;

    private long used;
    private Usd volume = Usd.ZERO;
    private long lastSpareMs = Long.MIN_VALUE / 2;

    /** The budget as plain values. */
    public record BudgetState(long used, long volumeE8) {}

    /** Requests counted so far. */
    public long used() {
        return used;
    }

    /** USD traded so far. */
    public Usd volume() {
        return volume;
    }

    /** Requests allowed so far. */
    public long cap(long base) {
        return base + volume.e8() / FixedPoint.ONE;
    }

    void traded(Usd notional) {
        volume = volume.plus(notional);
    }

    void charge(long requests) {
        used += requests;
    }

    /** Takes requests from the budget; the refusal's text, or null if they pass. A refused request costs nothing. */
    @Nullable
    String take(long requests, boolean cancels, long base, long nowMs) {
        long cap = cap(base);
        long limit = cancels ? Math.min(cap + CANCEL_EXTRA, 2 * cap) : cap;
        if (used + requests > limit) {
            if (nowMs - lastSpareMs < SPARE_EVERY_MS) {
                return "Too many cumulative requests sent (" + (used + requests) + " > " + cap
                        + ") for cumulative volume traded $" + dollars(volume)
                        + ". Place taker orders to free up 1 request per USDC traded.";
            }
            lastSpareMs = nowMs;
        }
        used += requests;
        return null;
    }

    /** Dollars and cents as the venue writes them in its texts. */
    static String dollars(Usd amount) {
        return FixedPoint.toBigDecimal(amount.e8())
                .setScale(2, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    BudgetState state() {
        return new BudgetState(used, volume.e8());
    }

    void restore(BudgetState state) {
        used = state.used();
        volume = new Usd(state.volumeE8());
    }
}
