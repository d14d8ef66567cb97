package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Trigger;
import java.util.List;

/**
 * Makes and sends the reduce-only orders of one leg.
 *
 * @param leg the leg
 * @param account the account it trades on
 * @param desk where orders are sent
 */
record LegOrders(LegId leg, AccountId account, Desk desk) {
    /** A trigger order that closes the whole position. */
    OrderRequest trigger(Turn turn, OrderPurpose purpose, SignedQuantity position, Price limit, Trigger trigger) {
        return new OrderRequest(
                turn.nextOrderId(),
                leg,
                purpose,
                closing(position),
                position.abs(),
                limit,
                TimeInForce.GTC,
                true,
                trigger);
    }

    /** An immediate-or-cancel order that closes part of the position, or all of it. */
    OrderRequest exit(Turn turn, SignedQuantity position, Quantity size, Price limit) {
        return new OrderRequest(
                turn.nextOrderId(),
                leg,
                OrderPurpose.EXIT,
                closing(position),
                size,
                limit,
                TimeInForce.IOC,
                true,
                null);
    }

    void send(Turn turn, List<OrderRequest> orders) {
        desk.orders()
                .place(
                        turn,
                        account,
                        orders.stream().map(desk.risk()::approveReducing).toList());
    }

    static Side closing(SignedQuantity position) {
        return position.isLong() ? Side.SELL : Side.BUY;
    }
}
