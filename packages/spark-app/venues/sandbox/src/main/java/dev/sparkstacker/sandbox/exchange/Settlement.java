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
     * What was dealt.
     *
     * @param liquidation the liquidation that it is part of, or null
     */
    record Deal(Price price, Quantity size, long tradeId, Records.@Nullable LiquidationTag liquidation) {}

    /** Books a fill of an order. */
    void book(Account account, Market market, Order order, Deal deal, boolean taker) {
        SignedQuantity before = account.size(market.id());
        Usd notional = Money.notional(deal.size, deal.price);
        Rate rate = taker ? venue.rules.takerFee() : venue.rules.makerFee();
        Usd fee = Money.fee(notional, rate);
        Position position = account.positionForUpdate(market);
        Position.Change change = apply(account, market, position, order.side(), deal);
        account.credit(fee.negate());
        venue.outside.fee(fee);
        account.budget.traded(notional);
        order.remaining(order.remaining().minus(deal.size), venue.nowMs());
        Records.LiquidationTag tag = deal.liquidation;
        boolean liquidated = tag != null && tag.user().equals(account.address());
        String direction = liquidated
                ? liquidated(before, position.isIsolated())
                : direction(before, order.side(), change.flipped());
        told(
                account,
                new Records.Execution(
                        market.id(),
                        order.side(),
                        deal.price,
                        deal.size,
                        venue.nowMs(),
                        before,
                        direction,
                        change.closedPnl(),
                        fee,
                        order.oid(),
                        order.cloid(),
                        taker,
                        deal.tradeId,
                        venue.actionHash(order),
                        tag,
                        order.twapId()));
    }

    /**
     * Books one side of a trade that no order of this account asked for: a takeover or auto-deleveraging. Free of fees.
     *
     * @param direction the fill's display text, or null for the usual one
     */
    void bookForced(Account account, Market market, Side side, Deal deal, @Nullable String direction) {
        SignedQuantity before = account.size(market.id());
        Position position = account.positionForUpdate(market);
        Position.Change change = apply(account, market, position, side, deal);
        told(
                account,
                new Records.Execution(
                        market.id(),
                        side,
                        deal.price,
                        deal.size,
                        venue.nowMs(),
                        before,
                        direction == null ? direction(before, side, change.flipped()) : direction,
                        change.closedPnl(),
                        Usd.ZERO,
                        venue.nextOid(),
                        null,
                        true,
                        deal.tradeId,
                        venue.actionHash(),
                        deal.liquidation,
                        null));
    }

    private static Position.Change apply(Account account, Market market, Position position, Side side, Deal deal) {
        int leverage = account.leverage(market).leverage();
        Position.Change change = position.apply(SignedQuantity.of(side, deal.size), deal.price, leverage);
        account.credit(change.closedPnl().plus(change.releasedMargin()));
        account.dropIfFlat(position);
        return change;
    }

    private void told(Account account, Records.Execution fill) {
        account.fills.add(fill);
        venue.listener.onExecution(account, fill);
        venue.touched(account);
    }

    static String liquidated(SignedQuantity before, boolean isolated) {
        return "Liquidated " + (isolated ? "Isolated " : "Cross ") + (before.isLong() ? "Long" : "Short");
    }

    private static String direction(SignedQuantity before, Side side, boolean flipped) {
        if (flipped) {
            return before.isLong() ? "Long > Short" : "Short > Long";
        }
        if (before.signum() == -side.sign()) {
            return "Close " + (before.isLong() ? "Long" : "Short");
        }
        return side == Side.BUY ? "Open Long" : "Open Short";
    }
}
