package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cancels and modifies orders. A modify is a cancel and a new order with a new id. */
final class OrderAmendment {
    private static final String MISSING = "Order was never placed, already canceled, or filled.";
    private static final String NEW_REFUSED = "Error placing new order during modify: ";
    private static final String GONE = "Cannot modify canceled or filled order";

    private final Venue venue;
    private final OrderEntry entry;

    OrderAmendment(Venue venue, OrderEntry entry) {
        this.venue = venue;
        this.entry = entry;
    }

    ActionResult cancel(Account account, VenueAction.Cancel action) {
        List<Optional<String>> errors = new ArrayList<>();
        for (VenueAction.CancelTarget target : action.targets()) {
            Order order = find(account, target.target());
            if (venue.phase() == TradingPhase.HALTED) {
                errors.add(Optional.of(Refusal.HALTED.textFor(target.assetId())));
            } else if (order == null || order.assetId() != target.assetId()) {
                errors.add(Optional.of(MISSING + " asset=" + target.assetId()));
            } else {
                venue.end(account, order, OrderStatus.CANCELED, false);
                errors.add(Optional.empty());
            }
        }
        return new ActionResult.Cancels(errors);
    }

    ActionResult modify(Account account, VenueAction.Modify action) {
        List<OrderResult> results = new ArrayList<>();
        for (VenueAction.Modification modification : action.modifications()) {
            if (venue.market(modification.order().assetId()) == null) {
                return new ActionResult.Refused(
                        "Unknown asset " + modification.order().assetId());
            }
            results.add(modifyOne(account, modification, action.alwaysPlace()));
        }
        if (action.single()) {
            return results.getFirst() instanceof OrderResult.Failed(String text)
                    ? new ActionResult.Refused(text)
                    : new ActionResult.Done();
        }
        return new ActionResult.Orders(results);
    }

    /** Cancels every live order of an account. */
    void cancelAll(Account account, OrderStatus status) {
        for (Order order : account.openOrders()) {
            if (account.openOrder(order.oid()) != null) {
                venue.end(account, order, status, true);
            }
        }
    }

    /** Cancels every live order of an account in one market. */
    void cancelAll(Account account, MarketId market, OrderStatus status) {
        for (Order order : account.openOrders()) {
            if (order.market().equals(market) && account.openOrder(order.oid()) != null) {
                venue.end(account, order, status, true);
            }
        }
    }

    private OrderResult modifyOne(Account account, VenueAction.Modification modification, boolean alwaysPlace) {
        if (venue.phase() == TradingPhase.HALTED) {
            return new OrderResult.Failed(
                    Refusal.HALTED.textFor(modification.order().assetId()));
        }
        Order old = find(account, modification.target());
        if (old == null && !alwaysPlace) {
            return new OrderResult.Failed(GONE);
        }
        if (old != null) {
            venue.end(account, old, OrderStatus.CANCELED, false);
        }
        String fault = venue.faults.halfModify();
        if (fault != null) {
            return new OrderResult.Failed(NEW_REFUSED + fault);
        }
        OrderTicket ticket = modification.order();
        if (!alwaysPlace && !venue.rules.modifyAlwaysPlaces()) {
            if (ticket.trigger() != null || ticket.tif().isImmediate()) {
                return new OrderResult.Failed(NEW_REFUSED + "Order must be post only unless always placed.");
            }
            ticket = ticket.withTif(Tif.ALO);
        }
        OrderResult placed = entry.placeOne(account, ticket);
        return placed instanceof OrderResult.Failed(String text) ? new OrderResult.Failed(NEW_REFUSED + text) : placed;
    }

    private static @Nullable Order find(Account account, VenueAction.Target target) {
        return switch (target) {
            case VenueAction.Target.ByOid(long oid) -> account.openOrder(oid);
            case VenueAction.Target.ByCloid(var cloid) -> {
                Order order = account.order(cloid);
                yield order == null ? null : account.openOrder(order.oid());
            }
        };
    }
}
