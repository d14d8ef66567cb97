package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.Reason;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Whether a resting stop may be moved. In this order: it stays on its side of the target, it only moves towards profit,
 * by at least one tick and 0.1 %, and it does not cross the mark price.
 *
 * @param side the position's side
 * @param resting where the stop rests
 * @param target where the target rests
 * @param mark the mark price
 * @param rules the market's rules
 */
record StopMove(Side side, Price resting, Price target, Price mark, Instrument rules) {
    private static final Rate LEAST_STEP = Rate.of("0.001");

    /** Why not, with what was seen and what it had to be. */
    record Refusal(Reason reason, String value, String limit) {}

    /** The price on a tick, never nearer to the market than was asked for. */
    Price rounded(Price wanted) {
        return rules.roundPrice(wanted, isLong() ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    /** Why the stop may not be moved to a rounded price, or null if it may. */
    @Nullable
    Refusal refusal(Price to) {
        if (!isBehind(to, target)) {
            return new Refusal(Reason.STOP_ON_WRONG_SIDE, to.toString(), behind() + " the target " + target);
        }
        if (!isBehind(resting, to)) {
            return new Refusal(Reason.STOP_NOT_TIGHTER, to.toString(), ahead() + " the resting stop " + resting);
        }
        long step = Math.absExact(to.e8() - resting.e8());
        Price tick = rules.tickAt(to);
        Price least = new Price(resting.shift(LEAST_STEP, RoundingMode.CEILING).e8() - resting.e8());
        if (step < tick.e8() || step < least.e8()) {
            String needed = least.compareTo(tick) > 0 ? least + ", 0.1 %" : tick + ", a tick";
            return new Refusal(Reason.STOP_STEP_TOO_SMALL, new Price(step).toString(), ">= " + needed);
        }
        if (!isBehind(to, mark)) {
            return new Refusal(Reason.STOP_THROUGH_MARK, to.toString(), behind() + " the mark price " + mark);
        }
        return null;
    }

    /** Whether the first price lies on the side of loss of the second. */
    private boolean isBehind(Price first, Price second) {
        return isLong() ? first.compareTo(second) < 0 : first.compareTo(second) > 0;
    }

    private boolean isLong() {
        return side == Side.BUY;
    }

    private String behind() {
        return isLong() ? "below" : "above";
    }

    private String ahead() {
        return isLong() ? "above" : "below";
    }
}
