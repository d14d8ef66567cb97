package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an account is worth and what its positions and orders hold of it.
 *
 * <pre>
 *  cross account value = cash + unrealised profit of cross positions
 *  account value       = cross account value + (margin + unrealised profit) of isolated positions
 *  initial margin      = value at mark / leverage
 *  available           = cross account value - initial margin of cross positions - margin held by resting orders
 * </pre>
 */
public final class Margin {
    private final Venue venue;

    Margin(Venue venue) {
        this.venue = venue;
    }

    /** Mark price of a position's market; positions exist only in markets that have one. */
    public Price mark(MarketId market) {
        Price mark = venue.requireMarket(market).mark();
        if (mark == null) {
            throw new IllegalStateException("No mark price yet in " + market);
        }
        return mark;
    }

    public Usd crossAccountValue(Account account) {
        Usd value = account.cash();
        for (Position position : account.positions()) {
            if (!position.isIsolated()) {
                value = value.plus(position.unrealizedPnl(mark(position.market())));
            }
        }
        return value;
    }

    public Usd accountValue(Account account) {
        Usd value = crossAccountValue(account);
        for (Position position : account.positions()) {
            if (position.isIsolated()) {
                value = value.plus(isolatedEquity(position));
            }
        }
        return value;
    }

    /** Margin plus unrealised profit of an isolated position. */
    public Usd isolatedEquity(Position position) {
        return position.margin().plus(position.unrealizedPnl(mark(position.market())));
    }

    /** Margin in use: value / leverage for a cross position, its own equity for an isolated one. */
    public Usd marginUsed(Account account, Position position) {
        return position.isIsolated() ? isolatedEquity(position) : initialMargin(account, position);
    }

    /** Value at mark / leverage. */
    public Usd initialMargin(Account account, Position position) {
        Market market = venue.requireMarket(position.market());
        return Money.margin(
                position.value(mark(position.market())),
                account.leverage(market).leverage());
    }

    public Usd crossInitialMargin(Account account) {
        Usd sum = Usd.ZERO;
        for (Position position : account.positions()) {
            if (!position.isIsolated()) {
                sum = sum.plus(initialMargin(account, position));
            }
        }
        return sum;
    }

    public Usd maintenance(Position position) {
        return venue.requireMarket(position.market())
                .spec()
                .tiers()
                .maintenance(position.value(mark(position.market())));
    }

    public Usd crossMaintenance(Account account) {
        Usd sum = Usd.ZERO;
        for (Position position : account.positions()) {
            if (!position.isIsolated()) {
                sum = sum.plus(maintenance(position));
            }
        }
        return sum;
    }

    /** Margin held by resting orders that would open or increase a position. */
    public Usd reserved(Account account) {
        Usd sum = Usd.ZERO;
        for (Market market : venue.markets()) {
            sum = sum.plus(reserved(account, market, null, Quantities.NONE));
        }
        return sum;
    }

    /** What new cross orders and isolated margins may draw on. */
    public Usd available(Account account) {
        return crossAccountValue(account).minus(crossInitialMargin(account)).minus(reserved(account));
    }

    /** max(0, account value - max(initial margin, 10 % of the notional)) over the cross positions. */
    public Usd withdrawable(Account account) {
        Usd notional = Usd.ZERO;
        for (Position position : account.positions()) {
            if (!position.isIsolated()) {
                notional = notional.plus(position.value(mark(position.market())));
            }
        }
        Usd tenth = new Usd(notional.e8() / 10);
        Usd initial = crossInitialMargin(account);
        Usd held = initial.compareTo(tenth) > 0 ? initial : tenth;
        Usd free = crossAccountValue(account).minus(held).minus(reserved(account));
        return free.isNegative() ? Usd.ZERO : free;
    }

    /** Whether the account can carry an order beside what it already holds. */
    boolean canPlace(Account account, Market market, Side side, Price price, long sizeE8) {
        Usd more = reserved(account, market, side, new Quantities(price.e8(), sizeE8))
                .minus(reserved(account, market, null, Quantities.NONE));
        return more.compareTo(Usd.ZERO) <= 0 || available(account).compareTo(more) >= 0;
    }

    /** Whether a position is below its own or its account's maintenance margin. */
    boolean isBelowMaintenance(Account account, Position position) {
        return position.isIsolated()
                ? isolatedEquity(position).compareTo(maintenance(position)) < 0
                : crossAccountValue(account).compareTo(crossMaintenance(account)) < 0;
    }

    /** The mark price that liquidates a position, other marks frozen, or null where none does. */
    public @Nullable BigDecimal liquidationPrice(Account account, Position position) {
        Usd atZero;
        if (position.isIsolated()) {
            atZero = position.margin().minus(position.cost());
        } else {
            Usd others = crossMaintenance(account).minus(maintenance(position));
            atZero = crossAccountValue(account)
                    .minus(position.signedValue(mark(position.market())))
                    .minus(others);
        }
        BigDecimal price = venue.requireMarket(position.market())
                .spec()
                .tiers()
                .liquidationPrice(BigDecimal.valueOf(position.size().e8(), 8), BigDecimal.valueOf(atZero.e8(), 8));
        return price.signum() == 0 ? null : price;
    }

    private record Quantities(long priceE8, long sizeE8) {
        static final Quantities NONE = new Quantities(0, 0);
    }

    private Usd reserved(Account account, Market market, @Nullable Side extraSide, Quantities extra) {
        long position = account.size(market.id()).e8();
        Usd buys = reservedSide(account, market, Side.BUY, Math.max(0, -position), extraSide, extra);
        Usd sells = reservedSide(account, market, Side.SELL, Math.max(0, position), extraSide, extra);
        return buys.compareTo(sells) > 0 ? buys : sells;
    }

    private Usd reservedSide(
            Account account, Market market, Side side, long closableE8, @Nullable Side extraSide, Quantities extra) {
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
