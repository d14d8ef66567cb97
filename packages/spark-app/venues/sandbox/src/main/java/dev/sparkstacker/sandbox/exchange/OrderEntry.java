package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places orders: checks them, matches what can match, rests the remainder, and answers as the venue does. */
final class OrderEntry {
    private final Venue venue;
    private final OrderChecks checks;
    private final BuyingPower power;
    private final Matcher matcher;
    private final FillFollowUp followUp;
    private final GroupEntry groups;

    OrderEntry(Venue venue, BuyingPower power, Matcher matcher, FillFollowUp followUp) {
        this.venue = venue;
        this.checks = new OrderChecks(venue);
        this.power = power;
        this.matcher = matcher;
        this.followUp = followUp;
        this.groups = new GroupEntry(venue, checks, this);
    }

    ActionResult place(Account account, VenueAction.Place action) {
        List<OrderTicket> tickets = action.orders();
        for (OrderTicket ticket : tickets) {
            if (venue.market(ticket.assetId()) == null) {
                return new ActionResult.Refused("Unknown asset " + ticket.assetId());
            }
        }
        return switch (action.grouping()) {
            case NONE -> new ActionResult.Orders(placeEach(account, tickets));
            case POSITION_TPSL ->
                new ActionResult.Orders(tickets.stream()
                        .map(ticket -> groups.placePositionTpsl(account, ticket))
                        .toList());
            case NORMAL_TPSL -> groups.place(account, tickets);
        };
    }

    private List<OrderResult> placeEach(Account account, List<OrderTicket> tickets) {
        List<OrderResult> results = new ArrayList<>(tickets.size());
        for (OrderTicket ticket : tickets) {
            results.add(placeOne(account, ticket));
        }
        return results;
    }

    /** Places one ungrouped order. */
    OrderResult placeOne(Account account, OrderTicket ticket) {
        Market market = requireMarket(ticket);
        Refusal malformed = checks.malformed(market, ticket, false);
        if (malformed == null) {
            malformed = venue.phase().refusal(ticket);
        }
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

    /** Works a slice of a TWAP order, which needs not reach the minimum value. */
    OrderResult placeSlice(Account account, Market market, OrderTicket ticket, long twapId) {
        if (!ticket.reduceOnly()
                && !power.canPlace(
                        account,
                        market,
                        ticket.side(),
                        marginPrice(market, ticket),
                        ticket.size().e8())) {
            return refuse(account, market, ticket, Refusal.MARGIN);
        }
        Order order = newOrder(account, market, ticket, false);
        order.sliceOf(twapId);
        if (ticket.reduceOnly()) {
            order.remaining(order.remaining().min(account.size(market.id()).abs()), venue.nowMs());
        }
        account.orders.opened(order);
        return work(account, market, order);
    }

    /** Works a triggered order, or the venue's own order that closes a liquidated position. */
    Matcher.Taken execute(Account account, Market market, Order order, Records.@Nullable LiquidationTag liquidation) {
        Matcher.Taken taken = matcher.take(account, market, order, liquidation);
        boolean done = order.remaining().isZero();
        if (done) {
            venue.end(account, order, OrderStatus.FILLED, false);
        } else if (taken.marginShort()) {
            venue.end(account, order, OrderStatus.MARGIN_CANCELED, true);
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

    /** Places a checked limit order with the orders that wait for it. */
    OrderResult placeLimit(Account account, Market market, OrderTicket ticket, List<OrderTicket> children) {
        Side side = ticket.side();
        boolean crosses = matcher.wouldCross(market, side, ticket.limit());
        if (ticket.tif() == Tif.ALO && crosses) {
            return refuse(account, market, ticket, badAlo(market));
        }
        if (!ticket.reduceOnly()
                && !power.canPlace(
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
        account.orders.opened(order);
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
        account.orders.opened(order);
        market.triggers.add(order);
        venue.changed(account, order, false);
        return new OrderResult.Resting(order.oid(), order.cloid());
    }

    private void addChildren(Account account, Market market, Order parent, List<OrderTicket> children) {
        for (OrderTicket ticket : children) {
            Order child = newOrder(account, market, ticket, false);
            child.waitFor(parent.oid());
            parent.addChild(child.oid());
            account.orders.opened(child);
        }
    }

    Order newOrder(Account account, Market market, OrderTicket ticket, boolean positionTpsl) {
        Tif tif = ticket.trigger() == null ? ticket.tif() : ticket.trigger().market() ? Tif.IOC : Tif.GTC;
        return new Order(
                venue.nextOid(), account.address(), market.id(), ticket.withTif(tif), positionTpsl, venue.nowMs());
    }

    /** Refuses an order, which stays in the history unless it was malformed. */
    OrderResult refuse(Account account, Market market, OrderTicket ticket, Refusal refusal) {
        OrderStatus status = refusal.status();
        if (status != null) {
            Order order = newOrder(account, market, ticket, false);
            order.status(status, venue.nowMs());
            account.orders.ended(order);
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
        if (taken.marginShort()) {
            return Refusal.MARGIN;
        }
        return taken.dataSeen() ? Refusal.IOC_CANCEL : Refusal.NO_LIQUIDITY;
    }

    private static Price marginPrice(Market market, OrderTicket ticket) {
        Price mark = market.mark();
        boolean atMark = mark != null
                && (ticket.tif().isImmediate() || (ticket.side() == Side.SELL && mark.compareTo(ticket.limit()) > 0));
        return atMark && mark != null ? mark : ticket.limit();
    }

    Market requireMarket(OrderTicket ticket) {
        Market market = venue.market(ticket.assetId());
        if (market == null) {
            throw new IllegalArgumentException("Unknown asset " + ticket.assetId());
        }
        return market;
    }
}
