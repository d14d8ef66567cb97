package dev.sparkstacker.hyperliquid.mapping;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.AnswerEvent.OrderExecuted;
import dev.sparkstacker.domain.event.AnswerEvent.OrderRejected;
import dev.sparkstacker.domain.event.AnswerEvent.OrderResting;
import dev.sparkstacker.domain.event.AnswerEvent.OrderUnanswered;
import dev.sparkstacker.wire.exchange.OrderReply;
import dev.sparkstacker.wire.exchange.OrderSpec;
import dev.sparkstacker.wire.exchange.OrderType;
import dev.sparkstacker.wire.exchange.Tif;
import dev.sparkstacker.wire.exchange.TpSl;

/** Orders out, answers in. */
public final class OrderMapping {
    private OrderMapping() {}

    /** An order as the venue takes it. */
    public static OrderSpec spec(OrderRequest order, int assetId) {
        return new OrderSpec(
                assetId,
                order.side() == Side.BUY,
                Amounts.wire(order.limit()),
                Amounts.wire(order.size()),
                order.reduceOnly(),
                type(order),
                order.id().toString());
    }

    private static OrderType type(OrderRequest order) {
        Trigger trigger = order.trigger();
        if (trigger == null) {
            return new OrderType.Limit(tif(order.timeInForce()));
        }
        TpSl kind = trigger.kind() == TriggerKind.STOP_LOSS ? TpSl.STOP_LOSS : TpSl.TAKE_PROFIT;
        return new OrderType.Trigger(trigger.market(), Amounts.wire(trigger.price()), kind);
    }

    private static Tif tif(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case GTC -> Tif.GTC;
            case IOC -> Tif.IOC;
            case ALO -> Tif.ALO;
        };
    }

    /** What the reply to one order means. A reply without the venue's id proves nothing that could be followed up. */
    public static AnswerEvent answer(AccountId account, ClientOrderId order, OrderReply reply) {
        return switch (reply) {
            case OrderReply.Resting resting -> new OrderResting(account, order, resting.oid());
            case OrderReply.Filled filled -> executed(account, order, filled);
            case OrderReply.Failed(String message) -> new OrderRejected(account, order, message);
            case OrderReply.WaitingForFill _ ->
                new OrderUnanswered(account, order, "accepted without an id: waitingForFill");
            case OrderReply.WaitingForTrigger _ ->
                new OrderUnanswered(account, order, "accepted without an id: waitingForTrigger");
        };
    }

    private static AnswerEvent executed(AccountId account, ClientOrderId order, OrderReply.Filled filled) {
        try {
            return new OrderExecuted(
                    account,
                    order,
                    filled.oid(),
                    Amounts.quantity(filled.totalSz()),
                    Amounts.derivedPrice(filled.avgPx()));
        } catch (ArithmeticException | IllegalArgumentException e) {
            return new OrderUnanswered(account, order, "an impossible fill in the answer: " + filled);
        }
    }
}
