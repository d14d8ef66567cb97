package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrderStatus;
import java.math.RoundingMode;
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

    /** Fills that the venue made and never tells. */
    final List<Fill> hidden = new ArrayList<>();

    private final Map<MarketId, Usd> costs = new TreeMap<>();
    Usd cash = Usd.ZERO;

    /** Money that came in or went out other than by trading. */
    Usd moved = Usd.ZERO;

    /** What the account is worth without what it holds. */
    Usd value() {
        return Usd.of("10000").plus(cash).plus(moved);
    }

    SignedQuantity position(MarketId market) {
        return positions.getOrDefault(market, SignedQuantity.ZERO);
    }

    /** Books an execution: position, cash flow, fee. */
    void book(Fill fill) {
        fills.add(fill);
        keepCost(fill);
        positions.put(fill.market(), position(fill.market()).plus(SignedQuantity.of(fill.side(), fill.size())));
        Usd flow = fill.notional().times(-fill.side().sign());
        cash = cash.plus(flow).minus(fill.fee());
    }

    /** From now on the venue does not tell of its newest fill. */
    void hideLastFill() {
        hidden.add(fills.removeLast());
    }

    /** The venue's average entry price of what it holds. */
    Price averageEntry(MarketId market) {
        Quantity size = position(market).abs();
        Usd cost = costs.getOrDefault(market, Usd.ZERO);
        return new Price(FixedPoint.multiplyDivide(cost.e8(), FixedPoint.ONE, size.e8(), RoundingMode.HALF_UP));
    }

    private void keepCost(Fill fill) {
        SignedQuantity before = position(fill.market());
        SignedQuantity after = before.plus(SignedQuantity.of(fill.side(), fill.size()));
        Usd cost = costs.getOrDefault(fill.market(), Usd.ZERO);
        boolean enlarges = before.isZero() || before.signum() == fill.side().sign();
        if (enlarges) {
            costs.put(fill.market(), cost.plus(fill.notional()));
        } else if (after.signum() == before.signum()) {
            costs.put(
                    fill.market(),
                    new Usd(FixedPoint.multiplyDivide(
                            cost.e8(), after.abs().e8(), before.abs().e8(), RoundingMode.HALF_UP)));
        } else {
            costs.put(fill.market(), fill.price().times(after.abs()));
        }
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
