package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.wire.info.FrontendOrder;
import dev.sparkstacker.wire.info.HistoricalOrder;
import dev.sparkstacker.wire.info.OpenOrder;
import dev.sparkstacker.wire.info.OrderStatus;
import dev.sparkstacker.wire.ws.OrderUpdate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders in the venue's shapes. */
final class OrderViews {
    List<OpenOrder> openOrders(Account account) {
        return account.openOrders().stream()
                .filter(order -> !order.isWaitingForParent())
                .map(OrderViews::openOrder)
                .toList()
                .reversed();
    }

    static OpenOrder openOrder(Order order) {
        return new OpenOrder(
                order.market().coin(),
                MarketViews.side(order.side()),
                Decimals.of(order.limit()),
                Decimals.of(order.remaining()),
                order.oid(),
                order.placedAtMs(),
                Decimals.of(order.original()),
                cloid(order.cloid()),
                order.reduceOnly() ? true : null);
    }

    List<FrontendOrder> frontendOrders(Account account) {
        return account.openOrders().stream()
                .filter(order -> !order.isWaitingForParent())
                .map(order -> frontendOrder(account, order))
                .toList()
                .reversed();
    }

    FrontendOrder frontendOrder(Account account, Order order) {
        Trigger trigger = order.trigger();
        List<FrontendOrder> children = new ArrayList<>();
        for (long oid : order.children()) {
            Order child = account.openOrder(oid);
            if (child != null && child.isWaitingForParent()) {
                children.add(frontendOrder(account, child));
            }
        }
        return new FrontendOrder(
                order.market().coin(),
                MarketViews.side(order.side()),
                Decimals.of(order.limit()),
                Decimals.of(order.remaining()),
                order.oid(),
                order.placedAtMs(),
                trigger == null ? "N/A" : condition(order, trigger),
                trigger != null,
                trigger == null ? BigDecimal.ZERO : Decimals.of(trigger.price()),
                children,
                order.positionTpsl(),
                order.reduceOnly(),
                orderType(order, trigger),
                Decimals.of(order.original()),
                trigger == null ? order.tif().text() : null,
                cloid(order.cloid()));
    }

    private static String condition(Order order, Trigger trigger) {
        boolean above = (order.side() == Side.SELL) == (trigger.kind() == TriggerKind.TAKE_PROFIT);
        return "Price " + (above ? "above " : "below ") + trigger.price();
    }

    private static String orderType(Order order, @Nullable Trigger trigger) {
        if (trigger == null) {
            return switch (order.tif()) {
                case FRONTEND_MARKET, LIQUIDATION_MARKET -> "Market";
                case GTC, IOC, ALO -> "Limit";
            };
        }
        String kind = trigger.kind() == TriggerKind.STOP_LOSS ? "Stop" : "Take Profit";
        return kind + (trigger.market() ? " Market" : " Limit");
    }

    HistoricalOrder historicalOrder(Account account, Order order) {
        return new HistoricalOrder(
                frontendOrder(account, order), new OrderStatus(order.status().text()), order.statusAtMs());
    }

    OrderUpdate orderUpdate(Order order) {
        return new OrderUpdate(openOrder(order), new OrderStatus(order.status().text()), order.statusAtMs());
    }

    static @Nullable String cloid(@Nullable ClientOrderId cloid) {
        return cloid == null ? null : cloid.toString();
    }
}
