package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.OrderStatus;
import dev.sparkstacker.sandbox.exchange.Records;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Holds what the engine concludes of its orders against the venue's truth.
 *
 * <pre>
 *  REJECTED   only what the venue turned away, or never got and never gets
 *  ABSENT     only what the venue never got and never gets, and not before venue time &gt; expiresAfter + 2 s
 *  an entry   never while another one of the same leg is on its way or unknown
 * </pre>
 */
final class Outcomes implements ExchangeListener {
    private static final long AFTER_EXPIRY_MS = 2_000;

    private final LongSupplier venueMs;
    private final Map<ClientOrderId, OrderStatus> atVenue = new TreeMap<>();
    private final Set<ClientOrderId> filled = new TreeSet<>();
    private final Set<ClientOrderId> neverThere = new TreeSet<>();
    private final Map<ClientOrderId, Long> expiries = new TreeMap<>();
    private final Map<String, ClientOrderId> openEntries = new TreeMap<>();

    /** @param venueMs the venue's own time */
    Outcomes(LongSupplier venueMs) {
        this.venueMs = venueMs;
    }

    @Override
    public void onOrder(Account account, Order order, boolean byVenue) {
        ClientOrderId id = order.cloid();
        if (id == null) {
            return;
        }
        if (neverThere.contains(id)) {
            throw new InvariantBroken(
                    "what was called absent or not sent never comes to the venue", id + " is " + order.status());
        }
        atVenue.put(id, order.status());
    }

    @Override
    public void onExecution(Account account, Records.Execution fill) {
        if (fill.cloid() != null) {
            filled.add(fill.cloid());
        }
    }

    void commanded(Command.PlaceOrders place) {
        for (ApprovedOrder approved : place.orders()) {
            OrderRequest order = approved.order();
            expiries.put(order.id(), place.expiresAfterMs());
            if (order.purpose() == OrderPurpose.ENTRY) {
                ClientOrderId open = openEntries.put(key(order.leg()), order.id());
                if (open != null) {
                    throw new InvariantBroken(
                            "no entry is sent while another one of its leg is unknown", open + " and then " + order);
                }
            }
        }
    }

    private static String key(LegId leg) {
        return leg.toString();
    }

    void told(Output.OrderChanged changed) {
        ClientOrderId id = changed.order().id();
        if (changed.state() == OrderState.REJECTED) {
            checkRejected(id, changed.detail());
        } else if (changed.state() == OrderState.ABSENT) {
            checkAbsent(id);
        }
        settle(changed);
    }

    private void settle(Output.OrderChanged changed) {
        boolean undecided = changed.state() == OrderState.SENT || changed.state() == OrderState.UNKNOWN;
        if (!undecided) {
            openEntries.remove(key(changed.order().leg()), changed.order().id());
        }
    }

    /** A start recovered this: what became of an entry may be in the journal though a kill kept it from being told. */
    void recovered(List<Output> outputs) {
        for (Output output : outputs) {
            if (output instanceof Output.OrderChanged changed) {
                settle(changed);
            }
        }
    }

    private void checkRejected(ClientOrderId id, String detail) {
        OrderStatus status = atVenue.get(id);
        if (filled.contains(id) || (status != null && !isRejection(status))) {
            throw new InvariantBroken(
                    "an order is called rejected only with proof", id + " is " + status + " at the venue: " + detail);
        }
        if (status == null) {
            neverThere.add(id);
        }
    }

    private static boolean isRejection(OrderStatus status) {
        return status.text().endsWith("ejected");
    }

    private void checkAbsent(ClientOrderId id) {
        if (atVenue.containsKey(id)) {
            throw new InvariantBroken("an order is called absent only with proof", id + " is known at the venue");
        }
        neverThere.add(id);
        Long expiry = expiries.get(id);
        if (expiry != null && venueMs.getAsLong() <= expiry + AFTER_EXPIRY_MS) {
            throw new InvariantBroken(
                    "an order is called absent only once it has expired",
                    id + " at venue time " + venueMs.getAsLong() + ", it expires at " + expiry);
        }
    }
}
