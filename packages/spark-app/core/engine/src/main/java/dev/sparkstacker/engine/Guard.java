package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.OrderState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The resting stop and target of one leg: a pair, each for the whole position.
 *
 * <pre>
 *  place a pair ──► both rest? ──► the ones they replace are cancelled
 *    ▲                  │ not in time, rejected ──► the leg is left
 *    └─ lost, at most three times
 *
 *  move the stop ──► the new one rests? ──► the old one is cancelled
 *                        │ rejected, absent ──► the old one goes on
 * </pre>
 *
 * A size that changes places a new pair at the same prices. At every moment a stop for the whole position rests.
 */
final class Guard {
    private static final int MOST_RESTORATIONS = 3;

    private final Market market;
    private final Desk desk;
    private final Replaced replaced;
    private @Nullable ClientOrderId stop;
    private @Nullable ClientOrderId target;
    private @Nullable Price stopPrice;
    private @Nullable Price targetPrice;
    private @Nullable ClientOrderId moved;
    private @Nullable Price movedPrice;
    private @Nullable Price trail;
    private Deadline by = Deadline.NEVER;
    private int restorations;

    Guard(Market market, Desk desk) {
        this.market = market;
        this.desk = desk;
        this.replaced = new Replaced(desk.orders());
    }

    void load(GuardRecord record) {
        stop = record.stop();
        target = record.target();
        stopPrice = record.stopPrice();
        targetPrice = record.targetPrice();
        moved = record.moved();
        movedPrice = record.movedPrice();
        trail = record.trail();
        replaced.load(record.replaced());
        by = record.by();
        restorations = record.restorations();
    }

    GuardRecord state() {
        return new GuardRecord(
                stop, target, stopPrice, targetPrice, moved, movedPrice, trail, replaced.state(), by, restorations);
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
        return order != null && (order.equals(stop) || order.equals(target) || order.equals(moved));
    }

    /** Whether the order is a stop that is to replace the resting one. */
    boolean isMoved(ClientOrderId order) {
        return order.equals(moved);
    }

    /** Places stop and target for the whole position; the ones before stay until these rest. */
    void place(Turn turn, LegOrders orders, Position position, ExitConfig exits, EntryPlan plan) {
        Price entryPrice = Objects.requireNonNull(position.entryPrice(), "a position without an entry price");
        Protection prices = Protection.of(
                Objects.requireNonNull(position.side(), "a position without a side"),
                entryPrice,
                exits,
                plan,
                trail,
                desk.policy().triggerBound(),
                rules());
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

    /** How the stop may be moved now, or null where nothing rests or too little is known. */
    @Nullable
    StopMove stopMove(Position position) {
        Side side = position.side();
        Price resting = trail != null ? trail : stopPrice;
        Price goal = targetPrice;
        Price mark = market.mark();
        Instrument listed = market.instrument();
        return side == null || resting == null || goal == null || mark == null || listed == null
                ? null
                : new StopMove(side, resting, goal, mark, listed);
    }

    /** From now on the stop belongs here; the next pair is placed with it. */
    void trailTo(Price price) {
        trail = price;
    }

    /** Places a stop at a new price; the old one is cancelled once it rests. */
    void move(Turn turn, LegOrders orders, Position position, Price to) {
        replaced.add(moved);
        trail = to;
        boolean isLong = position.side() == Side.BUY;
        Price limit = Protection.beyond(to, isLong, desk.policy().triggerBound(), rules());
        OrderRequest order = orders.trigger(turn, OrderPurpose.STOP, position.size(), limit, Protection.stopAt(to));
        moved = order.id();
        movedPrice = to;
        orders.send(turn, List.of(order));
    }

    /** The moved stop is at the venue: it is the stop now, and the old one goes. */
    void takeMoved(Turn turn) {
        replaced.add(stop);
        stop = moved;
        stopPrice = movedPrice;
        moved = null;
        movedPrice = null;
        replaced.cancelAll(turn);
    }

    /** The moved stop did not come to rest: the old one goes on. */
    void dropMoved() {
        moved = null;
        movedPrice = null;
        trail = stopPrice;
    }

    /** Counts one more loss; whether it may be placed again, or the venue keeps cancelling it. */
    boolean mayPlaceAgain() {
        return ++restorations <= MOST_RESTORATIONS;
    }

    boolean bothRest() {
        return desk.orders().is(stop, OrderState.RESTING) && desk.orders().is(target, OrderState.RESTING);
    }

    boolean bothMayExecute() {
        return desk.orders().mayExecute(stop) && desk.orders().mayExecute(target);
    }

    /** Both rest: cancels the ones they replaced. */
    void settle(Turn turn) {
        by = Deadline.NEVER;
        replaced.cancelAll(turn);
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
        return order.equals(target) ? ExitReason.TAKE_PROFIT : ExitReason.STOP_LOSS;
    }

    /** What the order that is triggered means. */
    ExitReason triggeredReason() {
        return desk.orders().is(stop, OrderState.TRIGGERED) ? ExitReason.STOP_LOSS : ExitReason.TAKE_PROFIT;
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
        moved = null;
        movedPrice = null;
        trail = null;
        restorations = 0;
        by = Deadline.NEVER;
    }

    private void retire() {
        replaced.add(stop);
        replaced.add(target);
        replaced.add(moved);
        moved = null;
        movedPrice = null;
    }

    private Instrument rules() {
        return Objects.requireNonNull(market.instrument(), "a position in an unlisted market");
    }
}
