package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/** Books one side of a trade: position, closed profit, fee, isolated margin, history. */
final class Settlement {
    private final Venue venue;

    Settlement(Venue venue) {
        this.venue = venue;
    }

    /**
     * Books a fill.
     *
     * @param liquidationMark the mark price, if it is part of a liquidation
     */
    void book(
            Account account,
            Market market,
            Order order,
            Price price,
            Quantity size,
            boolean taker,
            long tradeId,
            @Nullable Price liquidationMark) {
        SignedQuantity delta = SignedQuantity.of(order.side(), size);
        SignedQuantity before = account.size(market.id());
        Position position = account.positionForUpdate(market);
        Position.Change change =
                position.apply(delta, price, account.leverage(market).leverage());
        Usd notional = Money.notional(size, price);
        Rate rate = taker ? venue.rules.takerFee() : venue.rules.makerFee();
        Usd fee = Money.fee(notional, rate);
        account.credit(change.closedPnl().plus(change.releasedMargin()).minus(fee));
        account.budget.traded(notional);
        account.dropIfFlat(position);
        order.remaining(order.remaining().minus(size), venue.nowMs());
        Records.Execution fill = new Records.Execution(
                market.id(),
                order.side(),
                price,
                size,
                venue.nowMs(),
                before,
                direction(before, order.side(), change.flipped(), position.isIsolated(), liquidationMark != null),
                change.closedPnl(),
                fee,
                order.oid(),
                order.cloid(),
                taker,
                tradeId,
                venue.actionHash(),
                liquidationMark);
        account.filled(fill);
        venue.listener.onExecution(account, fill);
        venue.touched(account);
    }

    private static String direction(
            SignedQuantity before, Side side, boolean flipped, boolean isolated, boolean liquidation) {
        boolean closes = before.signum() == -side.sign();
        String held = before.isLong() ? "Long" : "Short";
        if (liquidation) {
            return "Liquidated " + (isolated ? "Isolated " : "Cross ") + held;
        }
        if (flipped) {
            return before.isLong() ? "Long > Short" : "Short > Long";
        }
        if (closes) {
            return "Close " + held;
        }
        return side == Side.BUY ? "Open Long" : "Open Short";
    }
}
