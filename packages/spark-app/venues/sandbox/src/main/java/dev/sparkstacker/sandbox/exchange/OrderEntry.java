package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places orders: checks them, matches what can match, rests the remainder, and answers as the venue does. */
final class OrderEntry {
    private final Venue venue;
    private final OrderChecks checks;
    private final Margin margin;
    private final Matcher matcher;
    private final FillFollowUp followUp;

    OrderEntry(Venue venue, Margin margin, Matcher matcher, FillFollowUp followUp) {
        this.venue = venue;
        this.checks = new OrderChecks(venue);
        this.margin = margin;
        this.matcher = matcher;
        this.followUp = followUp;
    }

    ActionResult place(Account account, VenueAction.Place action) {
        List<OrderTicket> tickets = action.orders();
        for (OrderTicket ticket : tickets) {
            if (venue.market(ticket.assetId()) == null) {
                return new ActionResult.Refused("Unknown asset " + ticket.assetId());
            }
        }
        return switch (action.grouping()) {
            case NONE ->
                new ActionResult.Orders(tickets.stream()
                        .map(ticket -> placeOne(account, ticket))
                        .toList());
            case POSITION_TPSL ->
                new ActionResult.Orders(tickets.stream()
                        .map(ticket -> placePositionTpsl(account, ticket))
                        .toList());
            case NORMAL_TPSL -> placeGroup(account, tickets);
        };
    }

    /** Places one ungrouped order. */
    OrderResult placeOne(Account account, OrderTicket ticket) {
        Market market = requireMarket(ticket);
        Refusal malformed = checks.malformed(market, ticket, false);
        if (malformed != null) {
            return refuse(account, market, ticket, malformed);
        }
        Refusal forbidden = checks.forbidden(account, market, ticket, false, false);
        if (forbidden != null) {
            return refuse(account, market, ticket, forbidden);
        }
        return ticket.trigger() == null
                ? placeLimit(account, market, ticket, List.of())
                : restTrigger(account, market, ticket);
    }

    /** Works a triggered order, or the venue's own order that closes a liquidated position. */
    Matcher.Taken execute(Account account, Market market, Order order, @Nullable Price liquidationMark) {
        Matcher.Taken taken = matcher.take(account, market, order, liquidationMark);
        boolean done = order.remaining().isZero();
        if (done) {
            venue.end(account, order, OrderStatus.FILLED, false);
        } else if (!order.tif().isImmediate()) {
            rest(market, order);
            venue.changed(account, order, false);
        } else if (!taken.isNothing()) {
            venue.end(account, order, OrderStatus.CANCELED, true);
        } else {
            OrderStatus status =
                    taken.dataSeen() ? OrderStatus.IOC_CANCEL_REJECTED : OrderStatus.MARKET_ORDER_NO_LIQUIDITY_REJECTED;
            venue.end(account, order, status, true);
        }
        if (!taken.isNothing()) {
            followUp.afterFill(account, market, order);
        }
        return taken;
    }

    private OrderResult placeLimit(Account account, Market market, OrderTicket ticket, List<OrderTicket> children) {
        Side side = ticket.side();
        boolean crosses = matcher.wouldCross(market, side, ticket.limit());
        if (ticket.tif() == Tif.ALO && crosses) {
            return refuse(account, market, ticket, badAlo(market));
        }
        if (!ticket.reduceOnly()
                && !margin.canPlace(
                        account,
                        market,
                        side,
                        marginPrice(market, ticket),
                        ticket.size().e8())) {
            return refuse(account, market, ticket, Refusal.MARGIN);
        }
        Order order = newOrder(account, market, ticket, false);
        if (ticket.reduceOnly()) {
            Quantity held = account.size(market.id()).abs();
            order.remaining(order.remaining().min(held), venue.nowMs());
        }
        account.open(order);
        addChildren(account, market, order, children);
        if (!ticket.tif().isImmediate()) {
            venue.changed(account, order, false);
        }
        return crosses || ticket.tif().isImmediate() ? work(account, market, order) : restNew(account, market, order);
    }

    private OrderResult work(Account account, Market market, Order order) {
        Matcher.Taken taken = execute(account, market, order, null);
        if (taken.isNothing()) {
            return order.status() == OrderStatus.OPEN
                    ? new OrderResult.Resting(order.oid(), order.cloid())
                    : new OrderResult.Failed(noMatch(taken).textFor(market.assetId()));
        }
        return new OrderResult.Filled(taken.size(), taken.averagePrice(), order.oid(), order.cloid());
    }

    private OrderResult restNew(Account account, Market market, Order order) {
        rest(market, order);
        followUp.adjustReduceOnly(account, market);
        return new OrderResult.Resting(order.oid(), order.cloid());
    }

    private void rest(Market market, Order order) {
        order.queueAhead(market.external.displayedAt(order.side(), order.limit().e8()));
        market.rest(order);
        venue.listener.onBook(market);
    }

    private OrderResult restTrigger(Account account, Market market, OrderTicket ticket) {
        Order order = newOrder(account, market, ticket, false);
        if (ticket.reduceOnly()) {
            order.remaining(order.remaining().min(account.size(market.id()).abs()), venue.nowMs());
        }
        account.open(order);
        market.triggers.add(order);
        venue.changed(account, order, false);
        return new OrderResult.Resting(order.oid(), order.cloid());
    }

    private OrderResult placePositionTpsl(Account account, OrderTicket ticket) {
        Market market = requireMarket(ticket);
        Trigger trigger = ticket.trigger();
        if (trigger == null || !ticket.reduceOnly()) {
            return new OrderResult.Failed("Unexpected number of trigger orders");
        }
        Refusal malformed = checks.malformed(market, ticket, true);
        Refusal refusal = malformed != null ? malformed : checks.forbidden(account, market, ticket, false, true);
        if (refusal != null) {
            return refuse(account, market, ticket, refusal);
        }
        Order order = newOrder(account, market, ticket, true);
        account.open(order);
        market.triggers.add(order);
        venue.changed(account, order, false);
        return new OrderResult.WaitingForTrigger(order.oid());
    }

    private ActionResult placeGroup(Account account, List<OrderTicket> tickets) {
        List<OrderTicket> children = tickets.subList(Math.min(1, tickets.size()), tickets.size());
        String wrong = wrongGroup(tickets, children);
        if (wrong != null) {
            return new ActionResult.Orders(List.of(new OrderResult.Failed(wrong)));
        }
        OrderTicket parent = tickets.getFirst();
        Market market = requireMarket(parent);
        Refusal refusal = checks.malformed(market, parent, false);
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
                ? refuse(account, market, parent, refusal)
                : placeLimit(account, market, parent, children);
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

    private void addChildren(Account account, Market market, Order parent, List<OrderTicket> children) {
        for (OrderTicket ticket : children) {
            Order child = newOrder(account, market, ticket, false);
            child.waitFor(parent.oid());
            parent.addChild(child.oid());
            account.open(child);
        }
    }

    private Order newOrder(Account account, Market market, OrderTicket ticket, boolean positionTpsl) {
        Tif tif = ticket.trigger() == null ? ticket.tif() : ticket.trigger().market() ? Tif.IOC : Tif.GTC;
        return new Order(
                venue.nextOid(), account.address(), market.id(), ticket.withTif(tif), positionTpsl, venue.nowMs());
    }

    private OrderResult refuse(Account account, Market market, OrderTicket ticket, Refusal refusal) {
        OrderStatus status = refusal.status();
        if (status != null) {
            Order order = newOrder(account, market, ticket, false);
            order.status(status, venue.nowMs());
            account.end(order);
            venue.changed(account, order, false);
        }
        return new OrderResult.Failed(refusal.textFor(market.assetId()));
    }

    private Refusal badAlo(Market market) {
        return Refusal.badAlo(
                market.best(Side.BUY).price().toString(),
                market.best(Side.SELL).price().toString());
    }

    private static Refusal noMatch(Matcher.Taken taken) {
        return taken.dataSeen() ? Refusal.IOC_CANCEL : Refusal.NO_LIQUIDITY;
    }

    private static Price marginPrice(Market market, OrderTicket ticket) {
        Price mark = market.mark();
        boolean atMark = mark != null
                && (ticket.tif().isImmediate() || (ticket.side() == Side.SELL && mark.compareTo(ticket.limit()) > 0));
        return atMark && mark != null ? mark : ticket.limit();
    }

    private Market requireMarket(OrderTicket ticket) {
        Market market = venue.market(ticket.assetId());
        if (market == null) {
            throw new IllegalArgumentException("Unknown asset " + ticket.assetId());
        }
        return market;
    }
}
