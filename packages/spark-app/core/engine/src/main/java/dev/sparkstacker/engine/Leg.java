package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import java.util.List;
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
    private final LegCore core;
    private final LegExits exits;
    private final LegProtection protection;
    private final LegFills fills;
    private @Nullable ClientOrderId entry;

    Leg(LegId id, LegConfig config, ExitConfig exits, Market market, Desk desk, LegListener listener) {
        this.core = new LegCore(id, config, exits, market, desk, listener);
        this.exits = new LegExits(core);
        this.protection = new LegProtection(core, this.exits);
        this.fills = new LegFills(this, core, this.exits, protection);
    }

    void load(LegRecord record) {
        core.load(record);
        entry = record.entry();
    }

    LegRecord state() {
        return new LegRecord(
                core.id(),
                core.config(),
                core.exits(),
                core.plan(),
                core.state(),
                core.position(),
                entry,
                core.guard().state(),
                core.retreat().state(),
                core.correlationId());
    }

    /** Takes a new configuration; a position that is open keeps the stop it was sized with. */
    void configure(LegConfig newConfig, ExitConfig newExits) {
        if (isFlat()) {
            core.configure(newConfig, newExits);
        }
    }

    LegId id() {
        return core.id();
    }

    AccountId account() {
        return core.account();
    }

    LegConfig config() {
        return core.config();
    }

    LegState legState() {
        return core.state();
    }

    SignedQuantity size() {
        return core.size();
    }

    Position position() {
        return core.position();
    }

    String correlationId() {
        return core.correlationId();
    }

    boolean isFlat() {
        return core.state() == LegState.FLAT;
    }

    @Nullable
    Side side() {
        return core.side();
    }

    /** Sends an approved entry. */
    void enter(Turn turn, ApprovedOrder order, EntryPlan plan) {
        core.become(LegState.ENTERING);
        core.hold(Position.NONE);
        core.begin(turn.correlationId(), plan);
        entry = order.order().id();
        core.desk().orders().place(turn, account(), List.of(order));
        core.tell(turn, "entry sent");
    }

    /** Takes over a part of the venue's position that no leg explained, and protects it. */
    void adopt(Turn turn, Side side, Quantity size, Price price) {
        if (isFlat()) {
            core.begin(turn.correlationId(), EntryPlan.CONFIGURED);
        }
        core.hold(core.position().withAdopted(side, size, price, turn.nowMs()));
        core.tell(turn, "adopted " + size + " at " + price);
        if (core.state() != LegState.EXITING) {
            protection.protect(turn);
        }
    }

    /** An entry that had ended filled after all: what is linked follows, as after any entry. */
    void onLateEntry(Turn turn) {
        if (!size().isZero()) {
            core.listener().onEntered(turn, this);
        }
    }

    /**
     * A new process began: how long the one before waited counts for nothing. Protection whose fate is unknown is looked
     * at again once the account agrees with the venue.
     */
    void startEpoch() {
        if (core.state() == LegState.OPENING) {
            core.guard().expectNothing();
        }
    }

    /** Begins to leave; does nothing where there is nothing to leave or it is leaving already. */
    void exit(Turn turn, ExitReason reason, Quantity keep) {
        exits.exit(turn, reason, keep);
    }

    /** Whether the whole position is being left, or will be as soon as its entry fills. */
    boolean isLeaving() {
        boolean meant = core.state() == LegState.ENTERING && core.retreat().reason() != null;
        return meant || isLeavingWhole();
    }

    /** The side it holds or is entering, or null where it is flat. */
    @Nullable
    Side heading() {
        OrderRecord working = core.desk().orders().find(entry);
        return working != null && size().isZero() ? working.request().side() : side();
    }

    /** Whether nothing of the position is to be kept. */
    boolean isLeavingWhole() {
        return core.state() == LegState.EXITING && core.retreat().keepsNoMoreThan(Quantity.ZERO);
    }

    /** Its stop and target. */
    LegProtection protection() {
        return protection;
    }

    /** What it books. */
    LegFills fills() {
        return fills;
    }

    @Nullable
    Price stopPrice() {
        return core.guard().stopPrice();
    }

    /** Where its stop is meant to rest before it does, or null where only the configured distance says so. */
    @Nullable
    Price plannedStop() {
        return core.plan().stop();
    }

    /** Strength of the signal it was entered on. */
    EntryPlan entryPlan() {
        return core.plan();
    }

    ExitConfig exits() {
        return core.exits();
    }

    /** What the round trip in progress has brought so far, or null while the mark price is unknown. */
    @Nullable
    Usd result() {
        Price mark = core.market().mark();
        if (position().side() == null) {
            return Usd.ZERO;
        }
        return mark == null ? null : position().result(mark);
    }

    /** Unrealised profit at the mark price as a fraction of the margin, or null where either is unknown. */
    @Nullable
    Rate profitOfMargin() {
        Price mark = core.market().mark();
        return mark == null || size().isZero() ? null : core.position().profitOfMargin(mark, config().leverage());
    }

    /** Hears that an order of this leg changed. */
    void onOrder(Turn turn, OrderRecord order) {
        ClientOrderId orderId = order.id();
        if (orderId.equals(entry)) {
            onEntryOrder(turn, order);
        } else if (core.guard().owns(orderId)) {
            protection.onOrder(turn, order);
        } else if (core.retreat().owns(orderId) && order.isSettled() && core.state() == LegState.EXITING) {
            core.retreat().settled(turn);
        }
    }

    void onTime(Turn turn) {
        Guard guard = core.guard();
        if (core.state() == LegState.OPENING && guard.isLate(turn)) {
            exit(turn, ExitReason.PROTECTION_MISSING, Quantity.ZERO);
        } else if (core.state() == LegState.EXITING && core.retreat().isDue(turn)) {
            core.retreat().attempt(turn, core.orders(), size());
        } else if (core.state() == LegState.OPEN && guard.isLate(turn)) {
            exit(turn, guard.triggeredReason(), Quantity.ZERO);
        } else if (core.state() == LegState.OPEN && turn.nowMs() >= holdUntilMs()) {
            exit(turn, ExitReason.MAX_HOLD, Quantity.ZERO);
        }
    }

    void plan(Agenda agenda) {
        switch (core.state()) {
            case FLAT, ENTERING -> {
                // An entry order has its own patience.
            }
            case OPENING -> core.guard().plan(agenda);
            case OPEN -> {
                core.guard().plan(agenda);
                agenda.at(holdUntilMs());
            }
            case EXITING -> core.retreat().plan(agenda);
        }
    }

    /** Places protection again where an open position lost it; what is on its way is waited for. */
    void restoreProtection(Turn turn) {
        protection.restore(turn);
    }

    /** What to keep of the position when a fraction of it is to be closed. */
    Quantity keepAfter(Rate fraction) {
        return core.retreat().keepAfter(size().abs(), fraction);
    }

    private void onEntryOrder(Turn turn, OrderRecord order) {
        if (!order.isSettled()) {
            return;
        }
        entry = null;
        if (!order.filled().isZero()) {
            core.listener().onEntered(turn, this);
        } else if (core.state() == LegState.ENTERING) {
            core.become(LegState.FLAT);
            core.tell(turn, "entry " + order.state());
            core.listener().onEntryFailed(turn, this, order.state().toString());
        }
    }

    private long holdUntilMs() {
        return core.position().openedAtMs() + core.exits().maxHoldMs();
    }
}
