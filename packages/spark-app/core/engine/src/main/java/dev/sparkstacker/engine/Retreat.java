package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.ExitReason;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exits of one leg: reduce-only immediate-or-cancel orders, one a step, each with a wider cap, until the size to
 * keep is reached. The next one leaves only when the one before is settled.
 */
final class Retreat {
    private final Market market;
    private final Desk desk;
    private @Nullable ClientOrderId order;
    private int attempt;
    private Deadline next = Deadline.NEVER;
    private Quantity goal = Quantity.ZERO;
    private @Nullable ExitReason reason;

    /**
     * The exits' state, for snapshots.
     *
     * @param order the newest exit order, or null
     * @param attempt number of the next attempt, from 0
     * @param next when the next attempt may leave
     * @param goal size to keep; zero closes everything
     * @param reason why the leg leaves, or will leave once its entry has filled; or null
     */
    record State(
            @Nullable ClientOrderId order,
            int attempt,
            Deadline next,
            Quantity goal,
            @Nullable ExitReason reason) {}

    Retreat(Market market, Desk desk) {
        this.market = market;
        this.desk = desk;
    }

    void load(State state) {
        order = state.order();
        attempt = state.attempt();
        next = state.next();
        goal = state.goal();
        reason = state.reason();
    }

    State state() {
        return new State(order, attempt, next, goal, reason);
    }

    @Nullable
    ExitReason reason() {
        return reason;
    }

    boolean owns(ClientOrderId id) {
        return id.equals(order);
    }

    /** Why to leave as soon as there is something to leave. */
    void mean(ExitReason why) {
        reason = why;
    }

    /** Sets out to keep no more than the given size. */
    void begin(ExitReason why, Quantity keep) {
        reason = why;
        goal = keep;
        attempt = 0;
    }

    /** Goes on to keep less than it meant to. */
    void widen(ExitReason why, Quantity keep) {
        reason = why;
        goal = keep;
    }

    boolean keepsNoMoreThan(Quantity keep) {
        return keep.compareTo(goal) >= 0;
    }

    /** Whether a part was to be kept and no more than that is left. */
    boolean isDone(Quantity size) {
        return !goal.isZero() && size.compareTo(goal) <= 0;
    }

    boolean isDue(Turn turn) {
        return next.hasPassed(turn);
    }

    void plan(Agenda agenda) {
        agenda.at(next);
    }

    /** An exit order is settled; the next follows a step later. */
    void settled(Turn turn) {
        order = null;
        next = Deadline.after(turn, desk.policy().exitStepMs(), 0);
    }

    /** Sends the next exit, unless the one before is unsettled or nothing is known of the price. */
    void attempt(Turn turn, LegOrders orders, SignedQuantity position) {
        next = Deadline.after(turn, desk.policy().exitStepMs(), 0);
        Quantity rest = position.abs().minusOrZero(goal);
        OrderRecord previous = desk.orders().find(order);
        Side closing = LegOrders.closing(position);
        Price reference = market.exitReference(closing);
        Instrument rules = market.instrument();
        boolean unsettled = previous != null && !previous.isSettled();
        if (rest.isZero() || unsettled || reference == null || rules == null) {
            return;
        }
        List<Rate> caps = desk.policy().exitSlippageCaps();
        Rate cap = caps.get(Math.min(attempt, caps.size() - 1));
        attempt++;
        OrderRequest exit = orders.exit(turn, position, rest, Prices.capped(closing, reference, cap, rules));
        order = exit.id();
        orders.send(turn, List.of(exit));
    }

    /** There is nothing left to leave. */
    void end() {
        order = null;
        reason = null;
        goal = Quantity.ZERO;
        next = Deadline.NEVER;
    }

    /** Rounding that keeps a partial exit in whole lots; the rest goes too where either piece would be too small. */
    Quantity keepAfter(Quantity whole, Rate fraction) {
        Instrument rules = market.instrument();
        Price mark = market.mark();
        if (rules == null || mark == null || fraction.e12() >= Rate.ONE) {
            return Quantity.ZERO;
        }
        Quantity part = rules.roundSize(whole.times(fraction, RoundingMode.DOWN));
        Quantity kept = whole.minus(part);
        Usd minimum = rules.minNotional();
        boolean tooSmall = part.isZero()
                || mark.times(part).compareTo(minimum) < 0
                || mark.times(kept).compareTo(minimum) < 0;
        return tooSmall ? Quantity.ZERO : kept;
    }
}
