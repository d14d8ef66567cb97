package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an account is worth and what its positions hold of it.
 *
 * <pre>
 *  cross account value = cash + unrealised profit of cross positions
 *  account value       = cross account value + (margin + unrealised profit) of isolated positions
 *  initial margin      = value at mark / leverage
 *  maintenance margin  = by the market's tiers, whatever the leverage
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

    /** Value at mark of the cross positions. */
    Usd crossNotional(Account account) {
        Usd notional = Usd.ZERO;
        for (Position position : account.positions()) {
            if (!position.isIsolated()) {
                notional = notional.plus(position.value(mark(position.market())));
            }
        }
        return notional;
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
}
