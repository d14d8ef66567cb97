package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.OrderStatus;
import dev.sparkstacker.sandbox.exchange.OrderTicket;
import dev.sparkstacker.sandbox.exchange.Position;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.sandbox.exchange.Tif;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Between the product's vocabulary and the exchange's. */
final class DomainTranslation {
    private DomainTranslation() {}

    static OrderTicket ticket(OrderRequest order, Market market) {
        return new OrderTicket(
                market.assetId(),
                order.side(),
                order.limit(),
                order.size(),
                order.reduceOnly(),
                tif(order.timeInForce()),
                order.trigger(),
                order.id());
    }

    private static Tif tif(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case GTC -> Tif.GTC;
            case IOC -> Tif.IOC;
            case ALO -> Tif.ALO;
        };
    }

    /** An execution of the given account. */
    static Fill fill(Account account, Records.Execution execution) {
        return new Fill(
                execution.tradeId(),
                execution.oid(),
                execution.cloid(),
                execution.market(),
                execution.side(),
                execution.price(),
                execution.size(),
                execution.fee(),
                execution.closedPnl(),
                execution.startPosition(),
                execution.taker(),
                execution.liquidates(account.address()),
                execution.timeMs());
    }

    static VenueOrderStatus status(OrderStatus status) {
        return switch (status) {
            case OPEN -> VenueOrderStatus.OPEN;
            case TRIGGERED -> VenueOrderStatus.TRIGGERED;
            case FILLED -> VenueOrderStatus.FILLED;
            case CANCELED,
                    MARGIN_CANCELED,
                    SELF_TRADE_CANCELED,
                    REDUCE_ONLY_CANCELED,
                    SIBLING_FILLED_CANCELED,
                    LIQUIDATED_CANCELED,
                    SCHEDULED_CANCEL -> VenueOrderStatus.CANCELLED;
            case REJECTED,
                    TICK_REJECTED,
                    MIN_TRADE_NTL_REJECTED,
                    PERP_MARGIN_REJECTED,
                    REDUCE_ONLY_REJECTED,
                    BAD_ALO_PX_REJECTED,
                    IOC_CANCEL_REJECTED,
                    BAD_TRIGGER_PX_REJECTED,
                    MARKET_ORDER_NO_LIQUIDITY_REJECTED,
                    ORACLE_REJECTED,
                    PERP_MAX_POSITION_REJECTED,
                    TOO_MANY_OPEN_ORDERS_REJECTED -> VenueOrderStatus.REJECTED;
        };
    }

    static VenueOrder order(Order order) {
        return new VenueOrder(
                order.oid(),
                order.cloid(),
                order.market(),
                order.side(),
                order.limit(),
                order.remaining(),
                order.original(),
                order.reduceOnly(),
                order.trigger(),
                order.placedAtMs());
    }

    static VenuePosition position(Exchange exchange, Account account, Position position) {
        Market market = exchange.market(position.market());
        if (market == null) {
            throw new IllegalStateException("A position in a market that is not listed: " + position.market());
        }
        BigDecimal liquidation = exchange.margin().liquidationPrice(account, position);
        return new VenuePosition(
                position.market(),
                position.size(),
                position.entryPrice(),
                new Leverage(account.leverage(market).leverage()),
                position.isIsolated() ? MarginMode.ISOLATED : MarginMode.CROSS,
                exchange.margin().marginUsed(account, position),
                position.unrealizedPnl(exchange.margin().mark(position.market())),
                liquidation == null
                        ? null
                        : new Price(liquidation
                                .setScale(8, RoundingMode.HALF_UP)
                                .unscaledValue()
                                .longValueExact()));
    }

    /** Fills at or after a venue time, oldest first; read from the newest, because the old are many. */
    static List<Fill> fillsSince(Account account, long fromMs) {
        List<Fill> found = new ArrayList<>();
        Iterator<Records.Execution> newestFirst = account.newestFills();
        while (newestFirst.hasNext()) {
            Records.Execution execution = newestFirst.next();
            if (execution.timeMs() < fromMs) {
                break;
            }
            found.add(fill(account, execution));
        }
        return found.reversed();
    }

    /** Fills of an order placed at the given venue time, oldest first. */
    static List<Fill> fillsOf(Account account, ClientOrderId order, long placedAtMs) {
        return fillsSince(account, placedAtMs).stream()
                .filter(fill -> order.equals(fill.clientOrderId()))
                .toList();
    }
}
