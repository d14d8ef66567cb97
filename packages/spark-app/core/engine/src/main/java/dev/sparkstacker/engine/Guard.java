package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The resting stop and target of one leg.
 *
 * <pre>
 *  place ──► both rest? ──► the ones they replace are cancelled
 *    ▲           │ not in time, rejected ──► the leg is left
 *    └─ lost, at most three times
 * </pre>
 */
final class Guard {
    private static final int MOST_RESTORATIONS = 3;

    private final Market market;
    private final Desk desk;
    private final List<ClientOrderId> replaced = new ArrayList<>();
    private @Nullable ClientOrderId stop;
    private @Nullable ClientOrderId target;
    private @Nullable Price stopPrice;
    private @Nullable Price targetPrice;
    private Deadline by = Deadline.NEVER;
    private int restorations;

    Guard(Market market, Desk desk) {
        this.market = market;
        this.desk = desk;
    }

    void load(GuardRecord record) {
        stop = record.stop();
        target = record.target();
        replaced.addAll(record.replaced());
        stopPrice = record.stopPrice();
        targetPrice = record.targetPrice();
        by = record.by();
        restorations = record.restorations();
    }

    GuardRecord state() {
        return new GuardRecord(stop, target, List.copyOf(replaced), stopPrice, targetPrice, by, restorations);
    }

    @Nullable
    Price stopPrice() {
        return stopPrice;
    }

    @Nullable
    Price targetPrice() {
        return targetPrice;
    }

    boolean owns(@Nullable ClientOrderId order) {
        return order != null && (order.equals(stop) || order.equals(target));
    }

    /** Places stop and target for the whole position; the ones before stay until these rest. */
    void place(Turn turn, LegOrders orders, Position position, ExitConfig exits) {
        Instrument rules = Objects.requireNonNull(market.instrument(), "a position in an unlisted market");
        Price entryPrice = Objects.requireNonNull(position.entryPrice(), "a position without an entry price");
        Protection prices = Protection.of(
                Objects.requireNonNull(position.side(), "a position without a side"),
                entryPrice,
                exits,
                desk.policy().triggerBound(),
                rules);
        retire();
        OrderRequest stopOrder =
                orders.trigger(turn, OrderPurpose.STOP, position.size(), prices.stopLimit(), prices.stop());
        OrderRequest targetOrder =
                orders.trigger(turn, OrderPurpose.TARGET, position.size(), prices.targetLimit(), prices.target());
        stop = stopOrder.id();
        target = targetOrder.id();
        stopPrice = prices.stop().price();
        targetPrice = prices.target().price();
        by = Deadline.NEVER;
        expect(turn);
        orders.send(turn, List.of(stopOrder, targetOrder));
    }

    /** Counts one more loss; whether it may be placed again, or the venue keeps cancelling it. */
    boolean mayPlaceAgain() {
        return ++restorations <= MOST_RESTORATIONS;
    }

    boolean bothRest() {
        return is(stop, OrderState.RESTING) && is(target, OrderState.RESTING);
    }

    boolean bothMayExecute() {
        return mayExecute(stop) && mayExecute(target);
    }

    /** Both rest: cancels the ones they replaced. */
    void settle(Turn turn) {
        by = Deadline.NEVER;
        desk.orders().cancel(turn, List.copyOf(replaced));
        replaced.clear();
    }

    /** Waits for the orders to rest, or for a triggered one to fill. */
    void expect(Turn turn) {
        if (!by.isSet()) {
            by = Deadline.after(
                    turn, desk.policy().protectionTimeoutMs(), desk.policy().protectionTimeoutMachineMs());
        }
    }

    void expectNothing() {
        by = Deadline.NEVER;
    }

    boolean isExpected() {
        return by.isSet();
    }

    boolean isLate(Turn turn) {
        return by.hasPassed(turn);
    }

    void plan(Agenda agenda) {
        agenda.at(by);
    }

    /** What a triggered order that does not fill whole means. */
    ExitReason reasonOf(ClientOrderId order) {
        return order.equals(stop) ? ExitReason.STOP_LOSS : ExitReason.TAKE_PROFIT;
    }

    /** What the order that is triggered means. */
    ExitReason triggeredReason() {
        return is(stop, OrderState.TRIGGERED) ? ExitReason.STOP_LOSS : ExitReason.TAKE_PROFIT;
    }

    /** The position is flat: everything is cancelled and forgotten. */
    void end(Turn turn) {
        retire();
        settle(turn);
        reset();
    }

    /** Nothing is placed yet. */
    void reset() {
        stop = null;
        target = null;
        stopPrice = null;
        targetPrice = null;
        restorations = 0;
        by = Deadline.NEVER;
    }

    private void retire() {
        if (stop != null) {
            replaced.add(stop);
        }
        if (target != null) {
            replaced.add(target);
        }
    }

    private boolean is(@Nullable ClientOrderId order, OrderState state) {
        OrderRecord found = desk.orders().find(order);
        return found != null && found.state() == state;
    }

    private boolean mayExecute(@Nullable ClientOrderId order) {
        OrderRecord found = desk.orders().find(order);
        return found != null && found.state().mayExecute();
    }
}
