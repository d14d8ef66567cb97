package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.output.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The state after one event with the recorded decisions in place of this build's: its orders are gone, its cancels were
 * not asked for, the recorded ones are, and each leg points at the orders that there really are.
 */
final class RecordedDecisions {
    private static final long ANSWER_PATIENCE_MS = 15_000;

    private final EngineState before;
    private final EngineState after;
    private final Turn turn;
    private final Stamped event;
    private final Map<ClientOrderId, OrderRecord> known = new TreeMap<>();
    private final Map<ClientOrderId, OrderRecord> phantoms = new TreeMap<>();
    private final Map<ClientOrderId, OrderRecord> orders = new TreeMap<>();
    private final List<OrderRecord> sent = new ArrayList<>();
    private final List<OrderRecord> news = new ArrayList<>();
    private final List<LegRecord> amended = new ArrayList<>();

    RecordedDecisions(EngineState before, EngineState after, List<Command> recorded, Stamped event, Turn turn) {
        this.before = before;
        this.after = after;
        this.event = event;
        this.turn = turn;
        before.orders().forEach(order -> known.put(order.id(), order));
        for (OrderRecord order : after.orders()) {
            if (known.containsKey(order.id())) {
                orders.put(order.id(), withoutNewCancel(order));
            } else {
                phantoms.put(order.id(), order);
            }
        }
        recorded.forEach(this::take);
        for (OrderRecord order : sent) {
            OrderRecord same = phantoms.get(order.id());
            if (same != null && same.request().equals(order.request())) {
                phantoms.remove(order.id());
            } else {
                news.add(order);
            }
        }
    }

    /** Ids of orders that this build would have sent and that were not sent, or were other orders. */
    Set<ClientOrderId> phantoms() {
        return new TreeSet<>(phantoms.keySet());
    }

    /** Orders that were sent then and that this build would not have sent. */
    List<OrderRecord> news() {
        return news;
    }

    /** Legs that stand otherwise than this build would have it; known once the state was made. */
    List<LegRecord> amendedLegs() {
        return amended;
    }

    EngineState state() {
        List<Pair.State> pairs = new ArrayList<>();
        after.pairs().forEach(pair -> pairs.add(amend(pair)));
        return new EngineState(
                after.run(),
                after.epoch(),
                after.sequence(),
                after.venueTimeMs(),
                Agenda.Next.AT_ONCE,
                after.config(),
                after.gate(),
                after.markets(),
                after.accounts(),
                pairs,
                after.strays(),
                after.adoptions(),
                after.clearances(),
                after.risk(),
                List.copyOf(orders.values()));
    }

    private OrderRecord withoutNewCancel(OrderRecord order) {
        OrderRecord then = known.get(order.id());
        if (then == null || !order.cancelRequested() || then.cancelRequested()) {
            return order;
        }
        return order.withCancelRequested(false).withPatience(then.patience());
    }

    private void take(Command command) {
        switch (command) {
            case Command.PlaceOrders place -> {
                for (ApprovedOrder approved : place.orders()) {
                    OrderRecord order = sent(place.account(), approved.order(), place.expiresAfterMs());
                    sent.add(order);
                    orders.put(order.id(), order);
                }
            }
            case Command.CancelOrders cancel -> {
                for (ClientOrderId id : cancel.orders()) {
                    orders.computeIfPresent(
                            id, (key, order) -> order.withCancelRequested(true).withPatience(answerPatience()));
                }
            }
            case Command.CancelForeignOrder foreign -> {
                // It was never one of ours.
            }
            case Command.SetLeverage leverage -> {
                // The next epoch sets it and reads it back anyway.
            }
            case Command.Ask ask -> {
                // The next epoch asks everything anew.
            }
        }
    }

    private OrderRecord sent(AccountId account, OrderRequest request, long expiresAtMs) {
        OrderRecord same = phantoms.get(request.id());
        String correlationId = same == null ? turn.eventId() : same.correlationId();
        return new OrderRecord(
                account,
                request,
                OrderState.SENT,
                null,
                Quantity.ZERO,
                Usd.ZERO,
                Quantity.ZERO,
                turn.nowMs(),
                expiresAtMs,
                answerPatience(),
                turn.nowMs(),
                false,
                correlationId);
    }

    private Deadline answerPatience() {
        return Deadline.after(turn, ANSWER_PATIENCE_MS, ANSWER_PATIENCE_MS);
    }

    private Pair.State amend(Pair.State pair) {
        Pair.State then = find(pair);
        int amendedBefore = amended.size();
        LegRecord main = amend(pair.main(), then == null ? null : then.main());
        LegRecord hedge = pair.hedge();
        LegRecord amendedHedge = hedge == null ? null : amend(hedge, then == null ? null : then.hedge());
        boolean same = amended.size() == amendedBefore;
        return same ? pair : with(pair, main, amendedHedge, then == null ? pair : then);
    }

    /** A reversal that this build alone planned is not planned: what is pending is as it was before the event. */
    private static Pair.State with(Pair.State pair, LegRecord main, @Nullable LegRecord hedge, Pair.State pending) {
        return new Pair.State(
                pair.config(),
                pair.market(),
                pair.brain(),
                pair.memory(),
                pair.retired(),
                main,
                hedge,
                pending.reversal(),
                pending.link());
    }

    private Pair.@Nullable State find(Pair.State pair) {
        for (Pair.State then : before.pairs()) {
            if (then.main().id().equals(pair.main().id())) {
                return then;
            }
        }
        return null;
    }

    private LegRecord amend(LegRecord leg, @Nullable LegRecord then) {
        List<OrderRecord> own = sent.stream()
                .filter(order -> order.request().leg().equals(leg.id()))
                .toList();
        LegReferences references = new LegReferences(leg, then, phantoms.keySet(), event, turn);
        own.forEach(references::point);
        LegRecord record = references.record(orders);
        if (record.equals(leg)) {
            return leg;
        }
        amended.add(record);
        return record;
    }
}
