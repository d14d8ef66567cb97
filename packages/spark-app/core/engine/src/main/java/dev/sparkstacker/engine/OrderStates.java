package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves orders from state to state, tells each move, and knows how long each state may last before one asks. */
final class OrderStates {
    private static final long ANSWER_VENUE_MS = 15_000;
    private static final long ANSWER_MACHINE_MS = 15_000;
    private static final long ASK_AGAIN_VENUE_MS = 2_000;
    private static final long ASK_AGAIN_MACHINE_MS = 500;

    private final Orders orders;

    OrderStates(Orders orders) {
        this.orders = orders;
    }

    OrderRecord move(Turn turn, OrderRecord order, OrderState state, String detail) {
        OrderRecord moved = orders.put(order.withState(state, turn, patienceIn(turn, state, order)));
        tell(turn, moved, detail);
        return moved;
    }

    /** An order is asked after while it is unanswered, while it should be gone, and while its fills are awaited. */
    Deadline patienceIn(Turn turn, OrderState state, OrderRecord order) {
        Deadline soon = soon(turn);
        return switch (state) {
            case UNKNOWN -> order.patience();
            case SENT, RESTING -> order.cancelRequested() ? order.patience() : Deadline.NEVER;
            case TRIGGERED -> soon;
            case FILLED, CANCELLED, REJECTED, ABSENT ->
                order.filled().compareTo(order.acknowledged()) >= 0 ? Deadline.NEVER : soon;
        };
    }

    /** Sends a cancel and waits for its answer. */
    OrderRecord cancel(Turn turn, OrderRecord order) {
        turn.send(new Command.CancelOrders(order.account(), order.request().market(), List.of(order.id())));
        return orders.put(order.withCancelRequested(true).withPatience(patience(turn)));
    }

    /** Asks the venue what became of an order. */
    @Nullable
    OrderRecord ask(Turn turn, ClientOrderId id) {
        OrderRecord order = orders.find(id);
        if (order != null) {
            orders.put(order.withPatience(patience(turn)));
            turn.send(new Command.ReadOrderStatus(order.account(), id, order.sentAtMs()));
        }
        return null;
    }

    /** Asks again a little later. */
    @Nullable
    OrderRecord again(Turn turn, ClientOrderId id) {
        OrderRecord order = orders.find(id);
        if (order != null) {
            orders.put(order.withPatience(soon(turn)));
        }
        return null;
    }

    void tell(Turn turn, OrderRecord order, String detail) {
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

    /** How long an answer may take. */
    static Deadline patience(Turn turn) {
        return Deadline.after(turn, ANSWER_VENUE_MS, ANSWER_MACHINE_MS);
    }

    private static Deadline soon(Turn turn) {
        return Deadline.after(turn, ASK_AGAIN_VENUE_MS, ASK_AGAIN_MACHINE_MS);
    }
}
