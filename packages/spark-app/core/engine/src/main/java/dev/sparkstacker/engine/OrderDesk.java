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
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends and cancels orders, and takes what the venue answers, streams and fills. */
final class OrderDesk {
    private final Orders orders = new Orders();
    private final OrderStates states = new OrderStates(orders);
    private final OrderInquiry inquiry = new OrderInquiry(orders, states, this);
    private OrderPolicy policy;

    OrderDesk(OrderPolicy policy) {
        this.policy = policy;
    }

    void configure(OrderPolicy newPolicy) {
        policy = newPolicy;
    }

    OrderPolicy policy() {
        return policy;
    }

    void load(List<OrderRecord> records) {
        records.forEach(orders::put);
    }

    List<OrderRecord> state() {
        return orders.copy();
    }

    Collection<OrderRecord> all() {
        return orders.all();
    }

    @Nullable
    OrderRecord find(@Nullable ClientOrderId id) {
        return orders.find(id);
    }

    boolean is(@Nullable ClientOrderId id, OrderState state) {
        OrderRecord order = orders.find(id);
        return order != null && order.state() == state;
    }

    boolean mayExecute(@Nullable ClientOrderId id) {
        OrderRecord order = orders.find(id);
        return order != null && order.state().mayExecute();
    }

    @Nullable
    OrderRecord findByOrderId(AccountId account, long orderId) {
        return orders.findByOrderId(account, orderId);
    }

    /** Working orders that could open or enlarge a position in a market of an account. */
    List<OrderRecord> workingEntries(AccountId account, MarketId market) {
        return orders.workingEntries(account, market);
    }

    /** What became of orders whose answer was awaited when the connection was lost is asked. */
    void doubtUnanswered(Turn turn, AccountId account) {
        inquiry.doubtUnanswered(turn, account);
    }

    void onTime(Turn turn) {
        inquiry.onTime(turn);
    }

    void plan(Agenda agenda) {
        inquiry.plan(agenda);
    }

    /** Sends approved orders in one action. */
    void place(Turn turn, AccountId account, List<ApprovedOrder> approved) {
        long expiresAtMs = turn.nowMs() + policy.expiresAfterMs();
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
                    OrderStates.patience(turn),
                    turn.nowMs(),
                    false,
                    turn.correlationId());
            states.tell(turn, orders.put(record), "");
        }
        turn.send(new Command.PlaceOrders(account, approved, expiresAtMs));
    }

    /** Cancels those of the given orders that may still execute and were not cancelled before. */
    void cancel(Turn turn, List<ClientOrderId> ids) {
        for (ClientOrderId id : ids) {
            OrderRecord order = orders.find(id);
            if (order != null && order.state().mayExecute() && !order.cancelRequested()) {
                states.cancel(turn, order);
            }
        }
    }

    /** Cancels an order that should be gone and is not. */
    void cancelAgain(Turn turn, OrderRecord order) {
        turn.send(new Command.CancelOrders(order.account(), order.request().market(), List.of(order.id())));
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
        orders.put(filled);
        states.tell(turn, filled, "");
        return filled;
    }

    /** Takes the venue's answer; returns the order after it, or null where nothing changed. */
    @Nullable
    OrderRecord onAnswer(Turn turn, AnswerEvent answer) {
        return switch (answer) {
            case AnswerEvent.OrderResting a -> {
                OrderRecord order = orders.find(a.order());
                yield order == null ? null : resting(turn, order, a.orderId());
            }
            case AnswerEvent.OrderExecuted a -> {
                OrderRecord order = orders.find(a.order());
                yield order == null ? null : executed(turn, order, a);
            }
            case AnswerEvent.OrderRejected a -> change(turn, a.order(), OrderState.REJECTED, a.venueReason());
            case AnswerEvent.OrderUnanswered a -> inquiry.onUnanswered(turn, a.order(), a.detail());
            case AnswerEvent.CancelAccepted a -> change(turn, a.order(), OrderState.CANCELLED, "");
            case AnswerEvent.CancelRejected a -> inquiry.onCancelUnsure(turn, a.order());
            case AnswerEvent.CancelUnanswered a -> inquiry.onCancelUnsure(turn, a.order());
            case AnswerEvent.OrderStatusRead a -> inquiry.onStatusRead(turn, a);
            case AnswerEvent.OrderStatusUnread a -> states.again(turn, a.order());
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
            case OPEN ->
                order.state() == OrderState.RESTING ? null : states.move(turn, named, OrderState.RESTING, words);
            case TRIGGERED ->
                order.state() == OrderState.TRIGGERED ? null : states.move(turn, named, OrderState.TRIGGERED, words);
            case FILLED -> {
                boolean told = !named.acknowledged().isZero();
                Quantity whole = told ? named.acknowledged() : order.request().size();
                yield states.move(turn, named.withAcknowledged(whole), OrderState.FILLED, words);
            }
            case CANCELLED -> states.move(turn, named, OrderState.CANCELLED, words);
            case REJECTED -> states.move(turn, named, OrderState.REJECTED, words);
            case UNKNOWN_ORDER -> states.again(turn, named.id());
        };
    }

    private OrderRecord resting(Turn turn, OrderRecord order, long orderId) {
        OrderRecord named = order.withOrderId(orderId);
        boolean early = order.state() == OrderState.SENT || order.state() == OrderState.UNKNOWN;
        return early ? states.move(turn, named, OrderState.RESTING, "") : orders.put(named);
    }

    private OrderRecord executed(Turn turn, OrderRecord order, AnswerEvent.OrderExecuted answer) {
        OrderRecord known = order.withOrderId(answer.orderId()).withAcknowledged(answer.filled());
        boolean whole = answer.filled().compareTo(order.request().size()) >= 0;
        OrderState state = whole ? OrderState.FILLED : OrderState.CANCELLED;
        if (order.state() == state) {
            return orders.put(known.withPatience(states.patienceIn(turn, state, known)));
        }
        return states.move(turn, known, state, "");
    }

    private @Nullable OrderRecord change(Turn turn, ClientOrderId id, OrderState state, String detail) {
        OrderRecord order = orders.find(id);
        return order == null || !order.state().mayExecute() ? null : states.move(turn, order, state, detail);
    }
}
