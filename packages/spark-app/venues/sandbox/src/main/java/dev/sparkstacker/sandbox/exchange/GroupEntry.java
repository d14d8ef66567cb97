package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places orders that belong together: an order with its TP/SL, and TP/SL of a whole position. */
final class GroupEntry {
    private final Venue venue;
    private final OrderChecks checks;
    private final OrderEntry entry;

    GroupEntry(Venue venue, OrderChecks checks, OrderEntry entry) {
        this.venue = venue;
        this.checks = checks;
        this.entry = entry;
    }

    /** Places a TP/SL of the whole position. */
    OrderResult placePositionTpsl(Account account, OrderTicket ticket) {
        Market market = entry.requireMarket(ticket);
        Trigger trigger = ticket.trigger();
        if (trigger == null || !ticket.reduceOnly()) {
            return new OrderResult.Failed("Unexpected number of trigger orders");
        }
        Refusal refusal = checks.malformed(market, ticket, true);
        if (refusal == null) {
            refusal = venue.phase().refusal(ticket);
        }
        if (refusal == null) {
            refusal = checks.forbidden(account, market, ticket, false, true);
        }
        if (refusal != null) {
            return entry.refuse(account, market, ticket, refusal);
        }
        Order order = entry.newOrder(account, market, ticket, true);
        account.orders.opened(order);
        market.triggers.add(order);
        venue.changed(account, order, false);
        return new OrderResult.WaitingForTrigger(order.oid());
    }

    /** Places an order with the TP/SL that wait for it. */
    ActionResult place(Account account, List<OrderTicket> tickets) {
        List<OrderTicket> children = tickets.subList(Math.min(1, tickets.size()), tickets.size());
        String wrong = wrongGroup(tickets, children);
        if (wrong != null) {
            return new ActionResult.Orders(List.of(new OrderResult.Failed(wrong)));
        }
        OrderTicket parent = tickets.getFirst();
        Market market = entry.requireMarket(parent);
        Refusal refusal = checks.malformed(market, parent, false);
        if (refusal == null) {
            refusal = venue.phase().refusal(parent);
        }
        if (refusal == null) {
            refusal = checks.forbidden(account, market, parent, false, false);
        }
        for (OrderTicket child : children) {
            if (refusal == null) {
                refusal = checks.malformed(market, child, false);
            }
            if (refusal == null) {
                refusal = checks.forbidden(account, market, child, true, false);
            }
        }
        List<OrderResult> results = new ArrayList<>();
        OrderResult first = refusal != null
                ? entry.refuse(account, market, parent, refusal)
                : entry.placeLimit(account, market, parent, children);
        results.add(first);
        for (int i = 0; i < children.size(); i++) {
            results.add(childResult(account, first, i));
        }
        return new ActionResult.Orders(results);
    }

    private static @Nullable String wrongGroup(List<OrderTicket> tickets, List<OrderTicket> children) {
        if (tickets.isEmpty() || children.isEmpty() || children.size() > 2) {
            return "Unexpected number of trigger orders";
        }
        OrderTicket parent = tickets.getFirst();
        if (parent.trigger() != null) {
            return "Main order cannot be trigger order.";
        }
        boolean fits = children.stream()
                .allMatch(child -> child.trigger() != null
                        && child.reduceOnly()
                        && child.assetId() == parent.assetId()
                        && child.side() != parent.side()
                        && child.size().equals(parent.size()));
        return fits ? null : "Unexpected number of trigger orders";
    }

    private OrderResult childResult(Account account, OrderResult parent, int index) {
        long parentOid = switch (parent) {
            case OrderResult.Failed _ -> 0;
            case OrderResult.Resting resting -> resting.oid();
            case OrderResult.Filled filled -> filled.oid();
            case OrderResult.WaitingForFill waiting -> waiting.oid();
            case OrderResult.WaitingForTrigger waiting -> waiting.oid();
        };
        Order order = parentOid == 0 ? null : account.order(parentOid);
        if (order == null) {
            return parent;
        }
        long oid = order.children().get(index);
        Order child = account.openOrder(oid);
        boolean live = child != null && !child.isWaitingForParent();
        return live ? new OrderResult.WaitingForTrigger(oid) : new OrderResult.WaitingForFill(oid);
    }
}
