package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One sub-position from entry to exit. It changes only through fills; orders and answers only say what to expect.
 *
 * <pre>
 *            enter            fill                both resting
 *   FLAT ──────────► ENTERING ────► OPENING ───────────────────► OPEN
 *     ▲                 │ settled,     │ rejected, or not resting   │ signal, time, person,
 *     │                 │ no fill      │ in time                    │ linked leg, triggered stop not filled
 *     │◄────────────────┘              ▼                            ▼
 *     └──────────── size is zero ◄── EXITING: reduce-only IOC, each step with a wider cap
 * </pre>
 *
 * Stop and target stay at the venue until it says flat; only then are they cancelled. Each fill that changes the size
 * places them anew for the new size and cancels the old ones once the new ones rest.
 */
final class Leg {
    private final LegId id;
    private final Desk desk;
    private final LegListener listener;
    private final Guard guard;
    private final Retreat retreat;
    private LegConfig config;
    private ExitConfig exits;
    private LegState state = LegState.FLAT;
    private Position position = Position.NONE;
    private @Nullable ClientOrderId entry;
    private String correlationId = "";

    Leg(LegId id, LegConfig config, ExitConfig exits, Market market, Desk desk, LegListener listener) {
        this.id = id;
        this.config = config;
        this.exits = exits;
        this.desk = desk;
        this.listener = listener;
        this.guard = new Guard(market, desk);
        this.retreat = new Retreat(market, desk);
    }

    void load(LegRecord record) {
        config = record.config();
        exits = record.exits();
        state = record.state();
        position = record.position();
        entry = record.entry();
        guard.load(record.guard());
        retreat.load(record.retreat());
        correlationId = record.correlationId();
    }

    LegRecord state() {
        return new LegRecord(id, config, exits, state, position, entry, guard.state(), retreat.state(), correlationId);
    }

    /** Takes a new configuration; a position that is open keeps the stop it was sized with. */
    void configure(LegConfig newConfig, ExitConfig newExits) {
        if (isFlat()) {
            config = newConfig;
            exits = newExits;
        }
    }

    LegId id() {
        return id;
    }

    AccountId account() {
        return config.account();
    }

    LegConfig config() {
        return config;
    }

    LegState legState() {
        return state;
    }

    SignedQuantity size() {
        return position.size();
    }

    Position position() {
        return position;
    }

    String correlationId() {
        return correlationId;
    }

    boolean isFlat() {
        return state == LegState.FLAT;
    }

    @Nullable
    Side side() {
        return position.side();
    }

    /** How much of a fill on the given side this leg can book: an entry any size, an exit no more than it holds. */
    Quantity canBook(OrderRequest order, Fill fill) {
        if (!order.reduceOnly()) {
            return fill.size();
        }
        return fill.side() == position.side() ? Quantity.ZERO : fill.size().min(size().abs());
    }

    /** Sends an approved entry. */
    void enter(Turn turn, ApprovedOrder order) {
        state = LegState.ENTERING;
        position = Position.NONE;
        correlationId = turn.correlationId();
        entry = order.order().id();
        guard.reset();
        retreat.end();
        desk.orders().place(turn, account(), List.of(order));
        tell(turn, "entry sent");
    }

    /**
     * A new process began: how long the one before waited counts for nothing. Protection whose fate is unknown is looked
     * at again once the account agrees with the venue.
     */
    void startEpoch() {
        if (state == LegState.OPENING) {
            guard.expectNothing();
        }
    }

    /** Begins to leave; does nothing where there is nothing to leave or it is leaving already. */
    void exit(Turn turn, ExitReason reason, Quantity keep) {
        turn.correlate(correlationId.isEmpty() ? turn.correlationId() : correlationId);
        if (state == LegState.ENTERING) {
            retreat.mean(reason);
            return;
        }
        if (state == LegState.FLAT || (state == LegState.EXITING && retreat.keepsNoMoreThan(keep))) {
            return;
        }
        boolean wasExiting = state == LegState.EXITING;
        state = LegState.EXITING;
        guard.expectNothing();
        tell(turn, "leaving: " + reason);
        if (wasExiting) {
            retreat.widen(reason, keep);
        } else {
            retreat.begin(reason, keep);
            retreat.attempt(turn, orders(), size());
        }
    }

    /** Books a fill of this leg's own order, or its share of a foreign one. */
    void onFill(Turn turn, Fill fill, FillShare share, @Nullable ExitReason foreignReason) {
        turn.correlate(correlationId.isEmpty() ? turn.correlationId() : correlationId);
        position = position.with(fill, share);
        turn.tell(new Output.FillBooked(turn.cause(), account(), id, fill, share.size()));
        if (position.isFlat()) {
            becomeFlat(turn, reasonOf(fill, foreignReason));
            return;
        }
        boolean enlarged = fill.side() == position.side();
        switch (state) {
            case FLAT, ENTERING -> {
                ExitReason pending = retreat.reason();
                protect(turn);
                if (pending != null) {
                    exit(turn, pending, Quantity.ZERO);
                }
            }
            case OPENING, OPEN -> {
                if (enlarged || foreignReason != null || !guard.owns(fill.clientOrderId())) {
                    protect(turn);
                } else {
                    tell(turn, "reduced");
                }
            }
            case EXITING -> {
                tell(turn, enlarged ? "enlarged while leaving" : "reduced");
                if (retreat.isDone(size().abs())) {
                    retreat.end();
                    protect(turn);
                }
            }
        }
    }

    /** Why the fill that made the leg flat did so: a foreign cause, a triggered order, or what the leg was leaving for. */
    private ExitReason reasonOf(Fill fill, @Nullable ExitReason foreignReason) {
        if (foreignReason != null) {
            return foreignReason;
        }
        OrderRecord order = desk.orders().find(fill.clientOrderId());
        OrderPurpose purpose =
                order == null ? OrderPurpose.EXIT : order.request().purpose();
        return switch (purpose) {
            case STOP -> ExitReason.STOP_LOSS;
            case TARGET -> ExitReason.TAKE_PROFIT;
            case ENTRY, EXIT -> Objects.requireNonNullElse(retreat.reason(), ExitReason.FOREIGN);
        };
    }

    void addFunding(Usd amount) {
        position = position.withFunding(amount);
    }

    /** Hears that an order of this leg changed. */
    void onOrder(Turn turn, OrderRecord order) {
        ClientOrderId orderId = order.id();
        if (orderId.equals(entry)) {
            onEntryOrder(turn, order);
        } else if (guard.owns(orderId)) {
            onProtectiveOrder(turn, order);
        } else if (retreat.owns(orderId) && order.isSettled() && state == LegState.EXITING) {
            retreat.settled(turn);
        }
    }

    void onTime(Turn turn) {
        if (state == LegState.OPENING && guard.isLate(turn)) {
            exit(turn, ExitReason.PROTECTION_MISSING, Quantity.ZERO);
        } else if (state == LegState.EXITING && retreat.isDue(turn)) {
            retreat.attempt(turn, orders(), size());
        } else if (state == LegState.OPEN && guard.isLate(turn)) {
            exit(turn, guard.triggeredReason(), Quantity.ZERO);
        } else if (state == LegState.OPEN && turn.nowMs() >= holdUntilMs()) {
            exit(turn, ExitReason.MAX_HOLD, Quantity.ZERO);
        }
    }

    void plan(Agenda agenda) {
        switch (state) {
            case FLAT, ENTERING -> {
                // An entry order has its own patience.
            }
            case OPENING -> guard.plan(agenda);
            case OPEN -> {
                guard.plan(agenda);
                agenda.at(holdUntilMs());
            }
            case EXITING -> retreat.plan(agenda);
        }
    }

    /** Places protection again where an open position lost it; what is on its way is waited for. */
    void restoreProtection(Turn turn) {
        boolean open = state == LegState.OPEN || (state == LegState.OPENING && !guard.isExpected());
        if (!open) {
            return;
        }
        if (guard.bothRest()) {
            becomeProtected(turn);
        } else if (guard.bothMayExecute()) {
            guard.expect(turn);
        } else {
            protectAgain(turn);
        }
    }

    /** What to keep of the position when a fraction of it is to be closed. */
    Quantity keepAfter(Rate fraction) {
        return retreat.keepAfter(size().abs(), fraction);
    }

    private void onEntryOrder(Turn turn, OrderRecord order) {
        if (!order.isSettled()) {
            return;
        }
        if (!order.filled().isZero()) {
            entry = null;
            listener.onEntered(turn, this);
            return;
        }
        entry = null;
        if (state == LegState.ENTERING) {
            state = LegState.FLAT;
            tell(turn, "entry " + order.state());
            listener.onEntryFailed(turn, this, order.state().toString());
        }
    }

    private void onProtectiveOrder(Turn turn, OrderRecord order) {
        if (state != LegState.OPENING && state != LegState.OPEN) {
            return;
        }
        switch (order.state()) {
            case RESTING -> {
                if (state == LegState.OPENING && guard.bothRest()) {
                    becomeProtected(turn);
                }
            }
            case REJECTED, ABSENT -> exit(turn, ExitReason.PROTECTION_MISSING, Quantity.ZERO);
            case CANCELLED -> {
                boolean triggered = order.orderId() != null && !order.filled().isZero();
                if (triggered) {
                    exit(turn, guard.reasonOf(order.id()), Quantity.ZERO);
                } else {
                    protectAgain(turn);
                }
            }
            case TRIGGERED -> guard.expect(turn);
            case SENT, FILLED, UNKNOWN -> {
                // A filled order speaks through its fills; an unanswered one is asked after.
            }
        }
    }

    private void becomeProtected(Turn turn) {
        boolean news = state != LegState.OPEN;
        state = LegState.OPEN;
        guard.settle(turn);
        if (news) {
            tell(turn, "protected");
        }
    }

    /** Protection that rested is gone; a venue that keeps cancelling it is left. */
    private void protectAgain(Turn turn) {
        if (guard.mayPlaceAgain()) {
            protect(turn);
        } else {
            exit(turn, ExitReason.PROTECTION_MISSING, Quantity.ZERO);
        }
    }

    private void protect(Turn turn) {
        state = LegState.OPENING;
        guard.place(turn, orders(), position, exits);
        tell(turn, "protection sent");
    }

    private LegOrders orders() {
        return new LegOrders(id, account(), desk);
    }

    private void becomeFlat(Turn turn, ExitReason reason) {
        guard.end(turn);
        retreat.end();
        turn.tell(position.closed(turn, account(), id, reason));
        state = LegState.FLAT;
        position = Position.NONE;
        tell(turn, "flat: " + reason);
        listener.onFlat(turn, this, reason);
    }

    private long holdUntilMs() {
        return position.openedAtMs() + exits.maxHoldMs();
    }

    private void tell(Turn turn, String detail) {
        turn.tell(new Output.LegChanged(
                turn.cause(),
                account(),
                id,
                state,
                size(),
                position.entryPrice(),
                guard.stopPrice(),
                guard.targetPrice(),
                detail));
    }
}
