package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.config.OrderPolicy;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every order of ours and what is known of it. Sends and cancels, takes answers, and asks after what stays unanswered.
 *
 * <p>An order is concluded absent only when the venue has no record of it, no fill carries its client id, and venue
 * time is well past its expiry. Until then it counts as working.
 */
final class OrderDesk {
    private static final long ANSWER_VENUE_MS = 15_000;
    private static final long ANSWER_MACHINE_MS = 15_000;
    private static final long ASK_AGAIN_VENUE_MS = 2_000;
    private static final long ASK_AGAIN_MACHINE_MS = 500;
    private static final long KEEP_SETTLED_MS = 600_000;
    private static final long FILLS_PATIENCE_MS = 10_000;

    private final Map<ClientOrderId, OrderRecord> orders = new TreeMap<>();
    private OrderPolicy policy;

    OrderDesk(OrderPolicy policy) {
        this.policy = policy;
    }

    void configure(OrderPolicy newPolicy) {
        policy = newPolicy;
    }

    void load(List<OrderRecord> records) {
        records.forEach(this::put);
    }

    List<OrderRecord> state() {
        return List.copyOf(orders.values());
    }

    Collection<OrderRecord> all() {
        return orders.values();
    }

    @Nullable
    OrderRecord find(@Nullable ClientOrderId id) {
        return id == null ? null : orders.get(id);
    }

    @Nullable
    OrderRecord findByOrderId(AccountId account, long orderId) {
        for (OrderRecord order : orders.values()) {
            Long known = order.orderId();
            if (known != null && known == orderId && order.account().equals(account)) {
                return order;
            }
        }
        return null;
    }

    /** Sends approved orders in one action. */
    void place(Turn turn, AccountId account, List<ApprovedOrder> approved) {
        long expiresAtMs = turn.nowMs() + policy.expiresAfterMs();
        Deadline patience = Deadline.after(turn, ANSWER_VENUE_MS, ANSWER_MACHINE_MS);
        for (ApprovedOrder order : approved) {
            OrderRecord record = new OrderRecord(
                    account,
                    order.order(),
                    OrderState.SENT,
                    null,
                    Quantity.ZERO,
                    Usd.ZERO,
                    Quantity.ZERO,
                    turn.nowMs(),
                    expiresAtMs,
                    patience,
                    turn.nowMs(),
                    false,
                    turn.correlationId());
            put(record);
            tell(turn, record, "");
        }
        turn.send(new Command.PlaceOrders(account, approved, expiresAtMs));
    }

    /** Cancels those of the given orders that may still execute and were not cancelled before. */
    void cancel(Turn turn, List<ClientOrderId> ids) {
        for (ClientOrderId id : ids) {
            OrderRecord order = orders.get(id);
            if (order != null && order.state().mayExecute() && !order.cancelRequested()) {
                sendCancel(turn, order);
            }
        }
    }

    /** Cancels an order that should be gone and is not. */
    void cancelAgain(Turn turn, OrderRecord order) {
        turn.send(new Command.CancelOrders(order.account(), order.request().market(), List.of(order.id())));
    }

    private OrderRecord sendCancel(Turn turn, OrderRecord order) {
        turn.send(new Command.CancelOrders(order.account(), order.request().market(), List.of(order.id())));
        return put(
                order.withCancelRequested(true).withPatience(Deadline.after(turn, ANSWER_VENUE_MS, ANSWER_MACHINE_MS)));
    }

    /** Books a fill and returns the order after it. */
    OrderRecord book(Turn turn, OrderRecord order, Fill fill) {
        OrderRecord filled = order.withFill(fill);
        boolean whole = filled.filled().compareTo(order.request().size()) >= 0;
        if (whole && filled.state().mayExecute()) {
            filled = filled.withState(OrderState.FILLED, turn, Deadline.NEVER);
        }
        if (filled.isSettled()) {
            filled = filled.withPatience(Deadline.NEVER);
        }
        put(filled);
        tell(turn, filled, "");
        return filled;
    }

    /** Takes the venue's answer; returns the order after it, or null where nothing changed. */
    @Nullable
    OrderRecord onAnswer(Turn turn, AnswerEvent answer) {
        return switch (answer) {
            case AnswerEvent.OrderResting a -> {
                OrderRecord order = orders.get(a.order());
                yield order == null ? null : resting(turn, order, a.orderId());
            }
            case AnswerEvent.OrderExecuted a -> {
                OrderRecord order = orders.get(a.order());
                yield order == null ? null : executed(turn, order, a);
            }
            case AnswerEvent.OrderRejected a -> change(turn, a.order(), OrderState.REJECTED, a.venueReason());
            case AnswerEvent.OrderUnanswered a -> unanswered(turn, a.order(), a.detail());
            case AnswerEvent.CancelAccepted a -> change(turn, a.order(), OrderState.CANCELLED, "");
            case AnswerEvent.CancelRejected a -> cancelUnsure(turn, a.order());
            case AnswerEvent.CancelUnanswered a -> cancelUnsure(turn, a.order());
            case AnswerEvent.OrderStatusRead a -> statusRead(turn, a);
            case AnswerEvent.OrderStatusUnread a -> again(turn, a.order());
            case AnswerEvent.LeverageConfirmed a -> null;
            case AnswerEvent.LeverageUnconfirmed a -> null;
        };
    }

    /** Takes a change told by the venue's stream; an order that ended tells how much of it executed. */
    @Nullable
    OrderRecord onUpdate(Turn turn, OrderRecord order, AccountEvent.OrderUpdated update) {
        OrderRecord known = order;
        boolean executed = update.status() == VenueOrderStatus.FILLED || update.status() == VenueOrderStatus.CANCELLED;
        if (executed && order.state().mayExecute()) {
            Quantity gone = update.original().minusOrZero(update.remaining());
            known = order.withAcknowledged(gone.min(order.request().size()));
        }
        return onVenueStatus(turn, known, update.orderId(), update.status(), update.venueStatus());
    }

    /** Takes the venue's own word on an order's state. */
    @Nullable
    OrderRecord onVenueStatus(
            Turn turn, OrderRecord order, @Nullable Long orderId, VenueOrderStatus status, String words) {
        Long known = order.orderId();
        boolean otherOrder = known != null && orderId != null && !known.equals(orderId);
        if (otherOrder || !order.state().mayExecute()) {
            return null;
        }
        OrderRecord named = orderId == null ? order : order.withOrderId(orderId);
        return switch (status) {
            case OPEN -> order.state() == OrderState.RESTING ? null : move(turn, named, OrderState.RESTING, words);
            case TRIGGERED ->
                order.state() == OrderState.TRIGGERED ? null : move(turn, named, OrderState.TRIGGERED, words);
            case FILLED -> {
                boolean told = !named.acknowledged().isZero();
                Quantity whole = told ? named.acknowledged() : order.request().size();
                yield move(turn, named.withAcknowledged(whole), OrderState.FILLED, words);
            }
            case CANCELLED -> move(turn, named, OrderState.CANCELLED, words);
            case REJECTED -> move(turn, named, OrderState.REJECTED, words);
            case UNKNOWN_ORDER -> again(turn, named.id());
        };
    }

    /** After a restart or a lost connection nobody knows what became of orders whose answer was awaited. */
    void doubtUnanswered(Turn turn, AccountId account) {
        for (OrderRecord order : List.copyOf(orders.values())) {
            if (!order.account().equals(account)) {
                continue;
            }
            if (order.state() == OrderState.SENT) {
                move(turn, order, OrderState.UNKNOWN, "the connection was lost before the answer");
            }
            if (order.state().mayExecute() || !order.isSettled()) {
                ask(turn, order.id());
            }
        }
    }

    void onTime(Turn turn) {
        for (OrderRecord order : List.copyOf(orders.values())) {
            if (order.patience().isSet() && order.patience().hasPassed(turn)) {
                if (order.state() == OrderState.SENT) {
                    move(turn, order, OrderState.UNKNOWN, "no answer");
                }
                ask(turn, order.id());
            }
            boolean old = turn.nowMs() - order.changedAtMs() > KEEP_SETTLED_MS;
            if (old && order.isSettled()) {
                orders.remove(order.id());
            }
        }
    }

    void plan(Agenda agenda) {
        orders.values().forEach(order -> agenda.at(order.patience()));
    }

    private OrderRecord resting(Turn turn, OrderRecord order, long orderId) {
        OrderRecord named = order.withOrderId(orderId);
        boolean early = order.state() == OrderState.SENT || order.state() == OrderState.UNKNOWN;
        if (early) {
            return move(turn, named, OrderState.RESTING, "");
        }
        put(named);
        return named;
    }

    private OrderRecord executed(Turn turn, OrderRecord order, AnswerEvent.OrderExecuted answer) {
        OrderRecord known = order.withOrderId(answer.orderId()).withAcknowledged(answer.filled());
        boolean whole = answer.filled().compareTo(order.request().size()) >= 0;
        OrderState state = whole ? OrderState.FILLED : OrderState.CANCELLED;
        if (order.state() == state) {
            return put(known.withPatience(patienceIn(turn, state, known)));
        }
        return move(turn, known, state, "");
    }

    private @Nullable OrderRecord change(Turn turn, ClientOrderId id, OrderState state, String detail) {
        OrderRecord order = orders.get(id);
        return order == null || !order.state().mayExecute() ? null : move(turn, order, state, detail);
    }

    private @Nullable OrderRecord unanswered(Turn turn, ClientOrderId id, String detail) {
        OrderRecord order = orders.get(id);
        if (order == null || order.state() != OrderState.SENT) {
            return null;
        }
        OrderRecord unknown = move(turn, order, OrderState.UNKNOWN, detail);
        ask(turn, id);
        return unknown;
    }

    private @Nullable OrderRecord statusRead(Turn turn, AnswerEvent.OrderStatusRead read) {
        OrderRecord order = orders.get(read.order());
        if (order == null) {
            return null;
        }
        if (!order.state().mayExecute()) {
            return ended(turn, order, read);
        }
        if (read.status() == VenueOrderStatus.UNKNOWN_ORDER) {
            return unknownAtVenue(turn, order, read.readAtMs());
        }
        OrderRecord changed = onVenueStatus(turn, order, read.orderId(), read.status(), read.venueStatus());
        if (changed == null) {
            OrderRecord same = orders.get(order.id());
            if (same == null) {
                return null;
            }
            if (same.state() != OrderState.RESTING) {
                return again(turn, order.id());
            }
            return same.cancelRequested() ? sendCancel(turn, same) : put(same.withPatience(Deadline.NEVER));
        }
        return changed.state() == OrderState.RESTING && changed.cancelRequested() ? sendCancel(turn, changed) : changed;
    }

    /**
     * An order that ended, asked after because fills are missing. The reading names every fill the venue knows; what it
     * still does not name some time after the end will not come, and positions are compared anyway.
     */
    private @Nullable OrderRecord ended(Turn turn, OrderRecord order, AnswerEvent.OrderStatusRead read) {
        if (order.isSettled()) {
            put(order.withPatience(Deadline.NEVER));
            return null;
        }
        if (read.readAtMs() < order.changedAtMs() + FILLS_PATIENCE_MS) {
            return again(turn, order.id());
        }
        return move(turn, order.withAcknowledged(order.filled()), order.state(), "no further fill at the venue");
    }

    /** Only a reading that began after the expiry proves anything: an earlier one may have overtaken the order. */
    private @Nullable OrderRecord unknownAtVenue(Turn turn, OrderRecord order, long readAtMs) {
        boolean expired = readAtMs > order.expiresAtMs() + policy.absentAfterMs();
        if (expired && order.filled().isZero() && order.state() == OrderState.UNKNOWN) {
            return move(
                    turn,
                    order,
                    OrderState.ABSENT,
                    "the venue has no record, no fill carries its id, and it has expired");
        }
        if (expired && order.state() != OrderState.SENT) {
            return move(turn, order, OrderState.CANCELLED, "the venue has no record of it any more");
        }
        return again(turn, order.id());
    }

    private @Nullable OrderRecord again(Turn turn, ClientOrderId id) {
        OrderRecord order = orders.get(id);
        if (order != null) {
            put(order.withPatience(Deadline.after(turn, ASK_AGAIN_VENUE_MS, ASK_AGAIN_MACHINE_MS)));
        }
        return null;
    }

    /** Nothing was cancelled, or nobody knows: of an order that has ended meanwhile there is nothing left to learn. */
    private @Nullable OrderRecord cancelUnsure(Turn turn, ClientOrderId id) {
        OrderRecord order = orders.get(id);
        return order == null || order.isSettled() ? null : again(turn, id);
    }

    private @Nullable OrderRecord ask(Turn turn, ClientOrderId id) {
        OrderRecord order = orders.get(id);
        if (order != null) {
            put(order.withPatience(Deadline.after(turn, ANSWER_VENUE_MS, ANSWER_MACHINE_MS)));
            turn.send(new Command.ReadOrderStatus(order.account(), id, order.sentAtMs()));
        }
        return null;
    }

    private OrderRecord move(Turn turn, OrderRecord order, OrderState state, String detail) {
        OrderRecord moved = order.withState(state, turn, patienceIn(turn, state, order));
        put(moved);
        tell(turn, moved, detail);
        return moved;
    }

    /** An order is asked after while it is unanswered, while it should be gone, and while its fills are awaited. */
    private static Deadline patienceIn(Turn turn, OrderState state, OrderRecord order) {
        Deadline soon = Deadline.after(turn, ASK_AGAIN_VENUE_MS, ASK_AGAIN_MACHINE_MS);
        return switch (state) {
            case UNKNOWN -> order.patience();
            case SENT, RESTING -> order.cancelRequested() ? order.patience() : Deadline.NEVER;
            case TRIGGERED -> soon;
            case FILLED, CANCELLED, REJECTED, ABSENT ->
                order.filled().compareTo(order.acknowledged()) >= 0 ? Deadline.NEVER : soon;
        };
    }

    private OrderRecord put(OrderRecord order) {
        orders.put(order.id(), order);
        return order;
    }

    private static void tell(Turn turn, OrderRecord order, String detail) {
        turn.correlate(order.correlationId());
        turn.tell(new Output.OrderChanged(
                turn.cause(),
                order.account(),
                order.request(),
                order.state(),
                order.orderId(),
                order.filled(),
                order.averagePrice(),
                detail));
    }

    /** Working orders that could open or enlarge a position in a market of an account. */
    List<OrderRecord> workingEntries(AccountId account, MarketId market) {
        List<OrderRecord> working = new ArrayList<>();
        for (OrderRecord order : orders.values()) {
            boolean entry = !order.request().reduceOnly() && !order.working().isZero();
            if (entry
                    && order.account().equals(account)
                    && order.request().market().equals(market)) {
                working.add(order);
            }
        }
        return working;
    }
}
