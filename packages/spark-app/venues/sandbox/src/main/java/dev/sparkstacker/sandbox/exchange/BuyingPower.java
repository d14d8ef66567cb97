package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/**
 * What an account may still commit.
 *
 * <pre>
 *  reserved     = margin of the resting orders that would open or increase a position
 *  available    = cross account value - initial margin of cross positions - reserved
 *  withdrawable = max(0, cross account value - max(initial margin, 10 % of the notional) - reserved)
 * </pre>
 */
public final class BuyingPower {
    private final Venue venue;
    private final Margin margin;

    BuyingPower(Venue venue, Margin margin) {
        this.venue = venue;
        this.margin = margin;
    }

    /** Margin held by resting orders that would open or increase a position. */
    public Usd reserved(Account account) {
        Usd sum = Usd.ZERO;
        for (Market market : venue.markets()) {
            sum = sum.plus(reserved(account, market, null, Extra.NONE));
        }
        return sum;
    }

    /** What new cross orders and isolated margins may draw on. */
    public Usd available(Account account) {
        return margin.crossAccountValue(account)
                .minus(margin.crossInitialMargin(account))
                .minus(reserved(account));
    }

    /** What may leave the perp side. */
    public Usd withdrawable(Account account) {
        Usd tenth = new Usd(margin.crossNotional(account).e8() / 10);
        Usd initial = margin.crossInitialMargin(account);
        Usd held = initial.compareTo(tenth) > 0 ? initial : tenth;
        Usd free = margin.crossAccountValue(account).minus(held).minus(reserved(account));
        return free.isNegative() ? Usd.ZERO : free;
    }

    /** Whether the account can carry an order beside what it already holds. */
    boolean canPlace(Account account, Market market, Side side, Price price, long sizeE8) {
        Usd more = reserved(account, market, side, new Extra(price.e8(), sizeE8))
                .minus(reserved(account, market, null, Extra.NONE));
        return more.compareTo(Usd.ZERO) <= 0 || available(account).compareTo(more) >= 0;
    }

    /** An order that is not yet resting. */
    private record Extra(long priceE8, long sizeE8) {
        static final Extra NONE = new Extra(0, 0);
    }

    private Usd reserved(Account account, Market market, @Nullable Side extraSide, Extra extra) {
        long position = account.size(market.id()).e8();
        Usd buys = reservedSide(account, market, Side.BUY, Math.max(0, -position), extraSide, extra);
        Usd sells = reservedSide(account, market, Side.SELL, Math.max(0, position), extraSide, extra);
        return buys.compareTo(sells) > 0 ? buys : sells;
    }

    private static Usd reservedSide(
            Account account, Market market, Side side, long closableE8, @Nullable Side extraSide, Extra extra) {
        long closable = closableE8;
        Usd notional = Usd.ZERO;
        for (Order order : market.resting(side)) {
            if (order.owner().equals(account.address()) && !order.reduceOnly()) {
                long opening = Math.max(0, order.remaining().e8() - closable);
                closable = Math.max(0, closable - order.remaining().e8());
                notional = notional.plus(order.limit().times(new Quantity(opening)));
            }
        }
        if (side == extraSide) {
            long opening = Math.max(0, extra.sizeE8 - closable);
            notional = notional.plus(new Price(extra.priceE8).times(new Quantity(opening)));
        }
        return notional.isZero()
                ? Usd.ZERO
                : Money.margin(notional, account.leverage(market).leverage());
    }
}
