package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.ClientOrderId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An account's live orders and the newest of those that ended. */
final class AccountOrders {
    private static final int KEPT = 2_000;

    private final TreeMap<Long, Order> open = new TreeMap<>();
    private final TreeMap<Long, Order> ended = new TreeMap<>();
    private final Deque<Long> endedOrder = new ArrayDeque<>();
    private final TreeMap<ClientOrderId, Long> cloids = new TreeMap<>();

    /** Live orders, oldest first. */
    List<Order> open() {
        return List.copyOf(open.values());
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
        name(order);
    }

    void ended(Order order) {
        open.remove(order.oid());
        name(order);
        ended.put(order.oid(), order);
        endedOrder.addLast(order.oid());
        if (endedOrder.size() > KEPT) {
            Order forgotten = ended.remove(endedOrder.removeFirst());
            ClientOrderId cloid = forgotten == null ? null : forgotten.cloid();
            if (forgotten != null && cloid != null) {
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
