package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/** The venue's checks of one order, in the venue's order. */
final class OrderChecks {
    private static final long BAND_PCT = 95;

    private final Venue venue;

    OrderChecks(Venue venue) {
        this.venue = venue;
    }

    /** What is wrong with an order as such; null if nothing is. */
    @Nullable
    Refusal malformed(Market market, OrderTicket ticket, boolean positionTpsl) {
        Instrument instrument = market.instrument();
        if (ticket.size().isZero() && !positionTpsl) {
            return Refusal.ZERO_SIZE;
        }
        if (!ticket.size().isZero() && !instrument.isValidSize(ticket.size())) {
            return Refusal.INVALID_SIZE;
        }
        Trigger trigger = ticket.trigger();
        if (ticket.limit().isZero() || (trigger != null && trigger.price().isZero())) {
            return Refusal.INVALID_PRICE;
        }
        boolean onTick = instrument.isValidPrice(ticket.limit())
                && (trigger == null || instrument.isValidPrice(trigger.price()));
        return onTick ? null : Refusal.TICK;
    }

    /** What forbids a well-formed order for this account; null if nothing does. */
    @Nullable
    Refusal forbidden(Account account, Market market, OrderTicket ticket, boolean child, boolean positionTpsl) {
        if (account.openOrders().size() >= venue.rules.gates().maxOpenOrders()) {
            return Refusal.TOO_MANY_OPEN;
        }
        Trigger trigger = ticket.trigger();
        if (trigger != null) {
            Refusal bad = badTrigger(market, ticket, trigger, child);
            if (bad != null) {
                return bad;
            }
        } else if (outsideBand(market, ticket.limit())) {
            return Refusal.PRICE_BAND;
        }
        SignedQuantity position = account.size(market.id());
        if (ticket.reduceOnly() && !child && ticket.side().sign() != -position.signum()) {
            return Refusal.REDUCE_ONLY;
        }
        Usd least = venue.rules.minNotional();
        boolean exempt = child || positionTpsl || closesAll(position, ticket);
        if (!exempt && Money.notional(ticket.size(), ticket.limit()).compareTo(least) < 0) {
            return Refusal.minNotional(least.toString());
        }
        return ticket.reduceOnly() || fitsTier(account, market, ticket, position) ? null : Refusal.MARGIN_TIER;
    }

    /** Whether the position that the order may lead to is allowed the account's leverage. */
    private static boolean fitsTier(Account account, Market market, OrderTicket ticket, SignedQuantity position) {
        SignedQuantity after = position.plus(SignedQuantity.of(ticket.side(), ticket.size()));
        boolean grows = after.signum() == ticket.side().sign();
        Price mark = market.mark();
        Price price = mark == null ? ticket.limit() : mark;
        Usd notional = Money.value(after, price).abs();
        return !grows
                || account.leverage(market).leverage() <= market.spec().tiers().maxLeverage(notional);
    }

    /** Whether the mark price has reached a trigger. */
    static boolean isReached(Side side, Trigger trigger, Price mark) {
        boolean whenAbove = (side == Side.SELL) == (trigger.kind() == TriggerKind.TAKE_PROFIT);
        return whenAbove ? mark.compareTo(trigger.price()) >= 0 : mark.compareTo(trigger.price()) <= 0;
    }

    private static @Nullable Refusal badTrigger(Market market, OrderTicket ticket, Trigger trigger, boolean child) {
        boolean farSide = ticket.side().sign() * ticket.limit().compareTo(trigger.price()) >= 0;
        Price mark = market.mark();
        boolean reached = !child && mark != null && isReached(ticket.side(), trigger, mark);
        return farSide && !reached ? null : Refusal.BAD_TRIGGER;
    }

    private static boolean outsideBand(Market market, Price limit) {
        Price reference = market.oracle();
        if (reference == null) {
            return false;
        }
        long distance = Math.abs(limit.e8() - reference.e8());
        return Math.multiplyHigh(distance, 100) != 0 || distance * 100 > Math.multiplyExact(reference.e8(), BAND_PCT);
    }

    private static boolean closesAll(SignedQuantity position, OrderTicket ticket) {
        Quantity held = position.abs();
        boolean closes = !held.isZero() && ticket.side().sign() == -position.signum();
        int bySize = ticket.size().compareTo(held);
        return closes && (bySize == 0 || (bySize > 0 && ticket.reduceOnly()));
    }
}
