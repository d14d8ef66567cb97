package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SignalEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a leg waits for after an event whose decisions were another build's. Its position is a fact and stays;
 * references to orders that were never sent go back to what they were before, those that were sent take their place,
 * and the leg's state follows from both.
 */
final class LegReferences {
    private static final long PROTECTION_PATIENCE_MS = 2_000;
    private static final GuardRecord UNGUARDED =
            new GuardRecord(null, null, null, null, null, null, null, List.of(), Deadline.NEVER, 0);
    private static final Retreat.State STAYING = new Retreat.State(null, 0, Deadline.NEVER, Quantity.ZERO, null);

    private final LegRecord leg;
    private final Stamped event;
    private final Turn turn;
    private final boolean undone;
    private final boolean wasLeaving;
    private @Nullable ClientOrderId entry;
    private GuardRecord guard;
    private Retreat.State retreat;
    private String correlationId;
    private boolean pointed;

    /**
     * @param leg as this build's decisions leave it
     * @param then before the event, or null where there was no such leg
     * @param phantoms orders that were never sent
     */
    LegReferences(LegRecord leg, @Nullable LegRecord then, Set<ClientOrderId> phantoms, Stamped event, Turn turn) {
        this.leg = leg;
        this.event = event;
        this.turn = turn;
        boolean entryUndone = isOf(phantoms, leg.entry());
        boolean guardUndone = isOf(phantoms, leg.guard().stop())
                || isOf(phantoms, leg.guard().target())
                || isOf(phantoms, leg.guard().moved());
        boolean retreatUndone = isOf(phantoms, leg.retreat().order());
        undone = entryUndone || guardUndone || retreatUndone;
        entry = entryUndone ? (then == null ? null : then.entry()) : leg.entry();
        guard = guardUndone ? (then == null ? UNGUARDED : then.guard()) : leg.guard();
        retreat = retreatUndone ? (then == null ? STAYING : then.retreat()) : leg.retreat();
        wasLeaving = then != null && then.state() == LegState.EXITING;
        correlationId = entryUndone && then != null ? then.correlationId() : leg.correlationId();
    }

    private static boolean isOf(Set<ClientOrderId> phantoms, @Nullable ClientOrderId id) {
        return id != null && phantoms.contains(id);
    }

    /** An order of this leg was sent. */
    void point(OrderRecord order) {
        OrderRequest request = order.request();
        pointed |= !isKnown(order.id());
        switch (request.purpose()) {
            case ENTRY -> {
                entry = order.id();
                correlationId = order.correlationId();
            }
            case STOP -> {
                if (!order.id().equals(guard.stop()) && !order.id().equals(guard.moved())) {
                    guard = guarded(order.id(), guard.target(), guard.stop(), priceOf(request), guard.targetPrice());
                }
            }
            case TARGET -> {
                if (!order.id().equals(guard.target())) {
                    guard = guarded(guard.stop(), order.id(), guard.target(), guard.stopPrice(), priceOf(request));
                }
            }
            case EXIT -> {
                if (!order.id().equals(retreat.order())) {
                    retreat = leavingBy(order);
                }
            }
        }
    }

    private boolean isKnown(ClientOrderId id) {
        return id.equals(entry)
                || id.equals(guard.stop())
                || id.equals(guard.moved())
                || id.equals(guard.target())
                || id.equals(retreat.order());
    }

    private GuardRecord guarded(
            @Nullable ClientOrderId stop,
            @Nullable ClientOrderId target,
            @Nullable ClientOrderId replaced,
            @Nullable Price stopPrice,
            @Nullable Price targetPrice) {
        List<ClientOrderId> old = new ArrayList<>(guard.replaced());
        if (replaced != null) {
            old.add(replaced);
        }
        Deadline by = Deadline.after(turn, PROTECTION_PATIENCE_MS, PROTECTION_PATIENCE_MS);
        return new GuardRecord(
                stop,
                target,
                stopPrice,
                targetPrice,
                guard.moved(),
                guard.movedPrice(),
                guard.trail(),
                List.copyOf(old),
                by,
                guard.restorations());
    }

    private static @Nullable Price priceOf(OrderRequest request) {
        Trigger trigger = request.trigger();
        return trigger == null ? null : trigger.price();
    }

    private Retreat.State leavingBy(OrderRecord exit) {
        Quantity kept = leg.position().size().abs().minusOrZero(exit.request().size());
        ExitReason reason = retreat.reason() == null ? likelyReason() : retreat.reason();
        return new Retreat.State(exit.id(), retreat.attempt() + 1, Deadline.after(turn, 0, 0), kept, reason);
    }

    /** A command does not say why: what caused it does, as far as it can. */
    private @Nullable ExitReason likelyReason() {
        return switch (event.event()) {
            case MarketEvent market -> ExitReason.OPPOSITE_SIGNAL;
            case SignalEvent signal -> ExitReason.OPPOSITE_SIGNAL;
            case OperatorEvent operator -> ExitReason.OPERATOR;
            case AccountEvent account -> ExitReason.LINKED_LEG;
            case AnswerEvent answer -> ExitReason.PROTECTION_MISSING;
            case SystemEvent system -> null;
        };
    }

    /** The leg as it stands. */
    LegRecord record(Map<ClientOrderId, OrderRecord> orders) {
        if (!undone && !pointed) {
            return leg;
        }
        return new LegRecord(
                leg.id(),
                leg.config(),
                leg.exits(),
                leg.plan(),
                stateWith(orders),
                leg.position(),
                entry,
                guard,
                retreat,
                correlationId);
    }

    private LegState stateWith(Map<ClientOrderId, OrderRecord> orders) {
        if (leg.position().isFlat()) {
            return entry == null ? LegState.FLAT : LegState.ENTERING;
        }
        if (retreat.order() != null || wasLeaving) {
            return LegState.EXITING;
        }
        return rests(orders, guard.stop()) && rests(orders, guard.target()) ? LegState.OPEN : LegState.OPENING;
    }

    private static boolean rests(Map<ClientOrderId, OrderRecord> orders, @Nullable ClientOrderId id) {
        OrderRecord order = id == null ? null : orders.get(id);
        return order != null && order.state() == OrderState.RESTING;
    }
}
