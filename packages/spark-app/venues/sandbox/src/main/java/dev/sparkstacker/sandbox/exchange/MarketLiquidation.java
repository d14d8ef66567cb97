package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Closes positions by market orders into the book, until the maintenance margin is met again.
 *
 * <pre>
 *  value &lt;= 100,000 USD, or 30 s or less after a partial liquidation   the whole position
 *  otherwise                                                           20 % of it
 * </pre>
 *
 * An order's limit is the bankruptcy price: the book may take all the equity there is and not a cent more. What does not
 * fill within it stays until the next mark price, and goes to the backstop when the equity falls further.
 */
final class MarketLiquidation {
    private final Venue venue;
    private final Margin margin;
    private final OrderEntry entry;
    private final LiquidationBooks books;

    MarketLiquidation(Venue venue, Margin margin, OrderEntry entry, LiquidationBooks books) {
        this.venue = venue;
        this.margin = margin;
        this.entry = entry;
        this.books = books;
    }

    void close(LiquidationScope scope) {
        books.enter(scope.account(), books.describe(scope));
        boolean whole = isCoolingDown(scope.account());
        for (Position position : scope.positions()) {
            if (scope.isBelowMaintenance(margin)) {
                close(scope, position, whole);
            }
        }
    }

    private boolean isCoolingDown(Account account) {
        Long last = account.partialLiquidationAtMs();
        return last != null && venue.nowMs() - last <= venue.rules.liquidation().cooldownMs();
    }

    private void close(LiquidationScope scope, Position position, boolean whole) {
        Account account = scope.account();
        Market market = venue.requireMarket(position.market());
        Quantity held = position.size().abs();
        Quantity part = whole ? held : firstPart(market, position, held);
        if (part.compareTo(held) < 0) {
            account.liquidatedInPart(venue.nowMs());
        }
        Side side = position.size().isLong() ? Side.SELL : Side.BUY;
        Price mark = margin.mark(market.id());
        Price limit = bankruptcyPrice(market.instrument(), side, mark, part, scope.equity(margin));
        OrderTicket ticket =
                new OrderTicket(market.assetId(), side, limit, part, true, Tif.LIQUIDATION_MARKET, null, null);
        Order order = new Order(venue.nextOid(), account.address(), market.id(), ticket, false, venue.nowMs());
        account.orders.opened(order);
        Usd before = account.cash();
        entry.execute(
                account,
                market,
                order,
                new Records.LiquidationTag(account.address(), mark, Records.LiquidationMethod.MARKET));
        if (position.isIsolated() && !position.size().isZero()) {
            Usd change = account.cash().minus(before);
            position.addMargin(change);
            account.credit(change.negate());
        }
    }

    private Quantity firstPart(Market market, Position position, Quantity held) {
        LiquidationRules rules = venue.rules.liquidation();
        if (position.value(margin.mark(market.id())).compareTo(rules.wholeUpTo()) <= 0) {
            return held;
        }
        Quantity part =
                market.instrument().roundSize(new Quantity(Math.multiplyExact(held.e8(), rules.firstPartPct()) / 100));
        return part.isZero() ? held : part;
    }

    /** The worst price at which closing the size leaves nothing owed, taker fee included. */
    private Price bankruptcyPrice(Instrument instrument, Side side, Price mark, Quantity size, Usd equity) {
        BigDecimal units = BigDecimal.valueOf(size.e8(), 8);
        BigDecimal value = BigDecimal.valueOf(mark.e8(), 8).multiply(units);
        BigDecimal free = BigDecimal.valueOf(equity.e8(), 8);
        BigDecimal fee = venue.rules.takerFee().toBigDecimal();
        if (side == Side.SELL) {
            BigDecimal least =
                    value.subtract(free).divide(units.multiply(BigDecimal.ONE.subtract(fee)), 8, RoundingMode.CEILING);
            return least.signum() <= 0
                    ? new Price(1)
                    : instrument.roundPrice(new Price(least.unscaledValue().longValueExact()), RoundingMode.CEILING);
        }
        BigDecimal most = value.add(free).divide(units.multiply(BigDecimal.ONE.add(fee)), 8, RoundingMode.FLOOR);
        return instrument.roundPrice(new Price(most.unscaledValue().longValueExact()), RoundingMode.FLOOR);
    }
}
