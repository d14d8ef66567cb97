package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.ClientOrderId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An account's live orders and the newest of those that ended. */
final class AccountOrders {
    private static final int KEPT = 2_000;

    private final TreeMap<Long, Order> open = new TreeMap<>();
    /** In the order in which they ended. */
    private final LinkedHashMap<Long, Order> ended = new LinkedHashMap<>();

    private final Map<ClientOrderId, Long> cloids = new HashMap<>();
    /** The live orders as they were last asked for, until one comes or goes. */
    private @Nullable List<Order> live;

    /** Live orders, oldest first. */
    List<Order> open() {
        List<Order> orders = live;
        if (orders == null) {
            orders = List.copyOf(open.values());
            live = orders;
        }
        return orders;
    }

    @Nullable
    Order open(long oid) {
        return open.get(oid);
    }

    /** The order with this id, live or remembered, or null. */
    @Nullable
    Order find(long oid) {
        Order live = open.get(oid);
        return live != null ? live : ended.get(oid);
    }

    /** The newest order with this client id, or null. */
    @Nullable
    Order find(ClientOrderId cloid) {
        Long oid = cloids.get(cloid);
        return oid == null ? null : find(oid);
    }

    /** Live and remembered orders, newest change first. */
    List<Order> newestFirst() {
        List<Order> orders = new ArrayList<>(open.values());
        orders.addAll(ended.values());
        orders.sort((a, b) -> {
            int byTime = Long.compare(b.statusAtMs(), a.statusAtMs());
            return byTime != 0 ? byTime : Long.compare(b.oid(), a.oid());
        });
        return orders;
    }

    void opened(Order order) {
        open.put(order.oid(), order);
        live = null;
        name(order);
    }

    void ended(Order order) {
        open.remove(order.oid());
        live = null;
        name(order);
        ended.putLast(order.oid(), order);
        if (ended.size() > KEPT) {
            Order forgotten = ended.pollFirstEntry().getValue();
            ClientOrderId cloid = forgotten.cloid();
            if (cloid != null) {
                cloids.remove(cloid, forgotten.oid());
            }
        }
    }

    private void name(Order order) {
        ClientOrderId cloid = order.cloid();
        if (cloid != null) {
            cloids.merge(cloid, order.oid(), Math::max);
        }
    }
}
