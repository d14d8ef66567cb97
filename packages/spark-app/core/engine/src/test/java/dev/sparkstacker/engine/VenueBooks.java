package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the venue itself knows of one account. */
final class VenueBooks {
    /** An order at the venue; {@code remaining} shrinks as it fills. */
    static final class Order {
        final OrderRequest request;
        final long orderId;
        Quantity remaining;
        VenueOrderStatus status = VenueOrderStatus.OPEN;

        Order(OrderRequest request, long orderId) {
            this.request = request;
            this.orderId = orderId;
            this.remaining = request.size();
        }
    }

    final Map<ClientOrderId, Order> orders = new TreeMap<>();
    final Map<MarketId, SignedQuantity> positions = new TreeMap<>();
    final List<Fill> fills = new ArrayList<>();
    Usd cash = Usd.ZERO;

    SignedQuantity position(MarketId market) {
        return positions.getOrDefault(market, SignedQuantity.ZERO);
    }

    /** Books an execution: position, cash flow, fee. */
    void book(Fill fill) {
        fills.add(fill);
        positions.put(fill.market(), position(fill.market()).plus(SignedQuantity.of(fill.side(), fill.size())));
        Usd flow = fill.notional().times(-fill.side().sign());
        cash = cash.plus(flow).minus(fill.fee());
    }

    @Nullable
    Order order(ClientOrderId id) {
        return orders.get(id);
    }

    List<Order> resting() {
        return orders.values().stream()
                .filter(order -> order.status == VenueOrderStatus.OPEN)
                .toList();
    }
}
