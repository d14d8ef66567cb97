package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every order of ours with what is known of it, in the order of their client ids. */
final class Orders {
    private final Map<ClientOrderId, OrderRecord> byId = new TreeMap<>();

    OrderRecord put(OrderRecord order) {
        byId.put(order.id(), order);
        return order;
    }

    void remove(ClientOrderId id) {
        byId.remove(id);
    }

    Collection<OrderRecord> all() {
        return byId.values();
    }

    /** All of them as they are now, so that they may change while they are looked at. */
    List<OrderRecord> copy() {
        return List.copyOf(byId.values());
    }

    /** Those of which something holds now, so that they may change while they are looked at; nearly always none. */
    List<OrderRecord> which(Predicate<OrderRecord> holds) {
        List<OrderRecord> found = List.of();
        for (OrderRecord order : byId.values()) {
            if (holds.test(order)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(order);
            }
        }
        return found;
    }

    @Nullable
    OrderRecord find(@Nullable ClientOrderId id) {
        return id == null ? null : byId.get(id);
    }

    @Nullable
    OrderRecord findByOrderId(AccountId account, long orderId) {
        for (OrderRecord order : byId.values()) {
            Long known = order.orderId();
            if (known != null && known == orderId && order.account().equals(account)) {
                return order;
            }
        }
        return null;
    }

    /** Working orders that could open or enlarge a position in a market of an account. */
    List<OrderRecord> workingEntries(AccountId account, MarketId market) {
        List<OrderRecord> working = new ArrayList<>();
        for (OrderRecord order : byId.values()) {
            boolean entry = !order.request().reduceOnly() && !order.working().isZero();
            if (entry
                    && order.account().equals(account)
                    && order.request().market().equals(market)) {
                working.add(order);
            }
        }
        return working;
    }
}
