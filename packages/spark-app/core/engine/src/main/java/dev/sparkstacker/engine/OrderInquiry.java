package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.output.OrderState;
import org.jspecify.annotations.Nullable;

/**
 * Asks after orders of which too little is known, and concludes from what it hears.
 *
 * <pre>
 *  no answer in time ─► UNKNOWN ─► asked ─┬─ the venue names a state ─────────────► that state
 *                                        ├─ no record, expired, nothing filled ──► ABSENT
 *                                        └─ no record, or unreadable ────────────► asked again
 * </pre>
 *
 * An order is concluded absent only when the venue has no record of it, no fill carries its client id, and venue time
 * is well past its expiry. Until then it counts as working.
 */
final class OrderInquiry {
    private static final long KEEP_SETTLED_MS = 600_000;
    private static final long FILLS_PATIENCE_MS = 10_000;

    private final Orders orders;
    private final OrderStates states;
    private final OrderDesk desk;

    OrderInquiry(Orders orders, OrderStates states, OrderDesk desk) {
        this.orders = orders;
        this.states = states;
        this.desk = desk;
    }

    /** After a restart or a lost connection nobody knows what became of orders whose answer was awaited. */
    void doubtUnanswered(Turn turn, AccountId account) {
        for (OrderRecord order : orders.copy()) {
            if (!order.account().equals(account)) {
                continue;
            }
            if (order.state() == OrderState.SENT) {
                states.move(turn, order, OrderState.UNKNOWN, "the connection was lost before the answer");
            }
            if (order.state().mayExecute() || !order.isSettled()) {
                states.ask(turn, order.id());
            }
        }
    }

    void onTime(Turn turn) {
        for (OrderRecord order : orders.which(each -> isLate(turn, each) || isForgettable(turn, each))) {
            if (isLate(turn, order)) {
                if (order.state() == OrderState.SENT) {
                    states.move(turn, order, OrderState.UNKNOWN, "no answer");
                }
                states.ask(turn, order.id());
            }
            if (isForgettable(turn, order)) {
                orders.remove(order.id());
            }
        }
    }

    private static boolean isLate(Turn turn, OrderRecord order) {
        return order.patience().isSet() && order.patience().hasPassed(turn);
    }

    private static boolean isForgettable(Turn turn, OrderRecord order) {
        return turn.nowMs() - order.changedAtMs() > KEEP_SETTLED_MS && order.isSettled();
    }

    void plan(Agenda agenda) {
        for (OrderRecord order : orders.all()) {
            agenda.at(order.patience());
        }
    }

    @Nullable
    OrderRecord onUnanswered(Turn turn, ClientOrderId id, String detail) {
        OrderRecord order = orders.find(id);
        if (order == null || order.state() != OrderState.SENT) {
            return null;
        }
        OrderRecord unknown = states.move(turn, order, OrderState.UNKNOWN, detail);
        states.ask(turn, id);
        return unknown;
    }

    /** Nothing was cancelled, or nobody knows: of an order that has ended meanwhile there is nothing left to learn. */
    @Nullable
    OrderRecord onCancelUnsure(Turn turn, ClientOrderId id) {
        OrderRecord order = orders.find(id);
        return order == null || order.isSettled() ? null : states.again(turn, id);
    }

    @Nullable
    OrderRecord onStatusRead(Turn turn, AnswerEvent.OrderStatusRead read) {
        OrderRecord order = orders.find(read.order());
        if (order == null) {
            return null;
        }
        if (!order.state().mayExecute()) {
            return ended(turn, order, read);
        }
        if (read.status() == VenueOrderStatus.UNKNOWN_ORDER) {
            return unknownAtVenue(turn, order, read.readAtMs());
        }
        OrderRecord changed = desk.onVenueStatus(turn, order, read.orderId(), read.status(), read.venueStatus());
        if (changed == null) {
            return unchanged(turn, read.order());
        }
        return changed.state() == OrderState.RESTING && changed.cancelRequested()
                ? states.cancel(turn, changed)
                : changed;
    }

    /** The venue said nothing new: what rests may rest, what should be gone is cancelled again. */
    private @Nullable OrderRecord unchanged(Turn turn, ClientOrderId id) {
        OrderRecord same = orders.find(id);
        if (same == null) {
            return null;
        }
        if (same.state() != OrderState.RESTING) {
            return states.again(turn, id);
        }
        return same.cancelRequested() ? states.cancel(turn, same) : orders.put(same.withPatience(Deadline.NEVER));
    }

    /**
     * An order that ended, asked after because fills are missing. The reading names every fill the venue knows; what it
     * still does not name some time after the end will not come, and positions are compared anyway.
     */
    private @Nullable OrderRecord ended(Turn turn, OrderRecord order, AnswerEvent.OrderStatusRead read) {
        if (order.isSettled()) {
            orders.put(order.withPatience(Deadline.NEVER));
            return null;
        }
        if (read.readAtMs() < order.changedAtMs() + FILLS_PATIENCE_MS) {
            return states.again(turn, order.id());
        }
        return states.move(turn, order.withAcknowledged(order.filled()), order.state(), "no further fill at the venue");
    }

    /** Only a reading that began after the expiry proves anything: an earlier one may have overtaken the order. */
    private @Nullable OrderRecord unknownAtVenue(Turn turn, OrderRecord order, long readAtMs) {
        boolean expired = readAtMs > order.expiresAtMs() + desk.policy().absentAfterMs();
        if (expired && order.filled().isZero() && order.state() == OrderState.UNKNOWN) {
            return states.move(
                    turn,
                    order,
                    OrderState.ABSENT,
                    "the venue has no record, no fill carries its id, and it has expired");
        }
        if (expired && order.state() != OrderState.SENT) {
            return states.move(turn, order, OrderState.CANCELLED, "the venue has no record of it any more");
        }
        return states.again(turn, order.id());
    }
}
