package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import java.util.List;

/**
 * Closes positions below maintenance margin.
 *
 * <pre>
 *  equity >= maintenance          -> nothing
 *  equity <  maintenance          -> market order into the book for the full size ({@link Method#MARKET})
 *  equity <  maintenance * 2 / 3  -> would go to the backstop ({@link Method#BACKSTOP}); the sandbox closes it in the
 *                                    book as well and lets its insurance bear what is left below zero
 * </pre>
 */
public final class Liquidator {
    /** How a position is taken over. */
    public enum Method {
        MARKET,
        BACKSTOP
    }

    private final Venue venue;
    private final Margin margin;
    private final OrderEntry entry;
    private final OrderAmendment amendment;

    Liquidator(Venue venue, Margin margin, OrderEntry entry, OrderAmendment amendment) {
        this.venue = venue;
        this.margin = margin;
        this.entry = entry;
        this.amendment = amendment;
    }

    void onMark(Market market) {
        for (Account account : List.copyOf(venue.accounts())) {
            Position position = account.position(market.id());
            if (position != null && margin.isBelowMaintenance(account, position)) {
                liquidate(account, position);
            }
        }
    }

    /** How a position below maintenance margin is taken over. */
    Method method(Account account, Position position) {
        Usd equity = position.isIsolated() ? margin.isolatedEquity(position) : margin.crossAccountValue(account);
        Usd maintenance = position.isIsolated() ? margin.maintenance(position) : margin.crossMaintenance(account);
        return equity.times(3).compareTo(maintenance.times(2)) < 0 ? Method.BACKSTOP : Method.MARKET;
    }

    private void liquidate(Account account, Position hit) {
        List<Position> affected = hit.isIsolated()
                ? List.of(hit)
                : account.positions().stream()
                        .filter(position -> !position.isIsolated())
                        .toList();
        cancelOrders(account, hit);
        venue.nextAction();
        Usd notional = Usd.ZERO;
        for (Position position : affected) {
            notional = notional.plus(position.value(margin.mark(position.market())));
        }
        Usd value = hit.isIsolated() ? margin.isolatedEquity(hit) : margin.crossAccountValue(account);
        venue.listener.onLiquidation(
                account, new Records.Liquidation(venue.nextLiquidationId(), venue.nowMs(), notional, value));
        for (Position position : affected) {
            close(account, position);
        }
        boolean closed = affected.stream().allMatch(position -> position.size().isZero());
        if (closed && account.cash().isNegative()) {
            insure(account);
        }
        venue.touched(account);
    }

    private void cancelOrders(Account account, Position hit) {
        if (!hit.isIsolated()) {
            amendment.cancelAll(account, OrderStatus.LIQUIDATED_CANCELED);
            return;
        }
        for (Order order : account.openOrders()) {
            if (order.market().equals(hit.market()) && account.openOrder(order.oid()) != null) {
                venue.end(account, order, OrderStatus.LIQUIDATED_CANCELED, true);
            }
        }
    }

    private void close(Account account, Position position) {
        Market market = venue.requireMarket(position.market());
        Side side = position.size().isLong() ? Side.SELL : Side.BUY;
        Price mark = margin.mark(position.market());
        Price limit = side == Side.SELL ? new Price(1) : new Price(Math.multiplyExact(mark.e8(), 10));
        Usd before = account.cash();
        OrderTicket ticket = new OrderTicket(
                market.assetId(), side, limit, position.size().abs(), true, Tif.LIQUIDATION_MARKET, null, null);
        Order order = new Order(venue.nextOid(), account.address(), market.id(), ticket, false, venue.nowMs());
        account.open(order);
        entry.execute(account, market, order, mark);
        Usd loss = before.minus(account.cash());
        if (position.isIsolated() && position.size().isZero() && loss.isPositive()) {
            credit(account, loss);
        }
    }

    private void insure(Account account) {
        credit(account, account.cash().negate());
    }

    private void credit(Account account, Usd amount) {
        account.credit(amount);
        Records.LedgerEntry entryOfInsurance =
                new Records.LedgerEntry(venue.nowMs(), Records.LedgerKind.INSURANCE, amount, null);
        account.entered(entryOfInsurance);
        venue.listener.onLedger(account, entryOfInsurance);
    }
}
