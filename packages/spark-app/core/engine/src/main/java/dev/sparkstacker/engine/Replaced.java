package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stops and targets that newer ones replace: they go on resting until those rest, and are then cancelled. */
final class Replaced {
    private final OrderDesk desk;
    private final List<ClientOrderId> orders = new ArrayList<>();

    Replaced(OrderDesk desk) {
        this.desk = desk;
    }

    void load(List<ClientOrderId> loaded) {
        orders.addAll(loaded);
    }

    List<ClientOrderId> state() {
        return List.copyOf(orders);
    }

    void add(@Nullable ClientOrderId order) {
        if (order != null) {
            orders.add(order);
        }
    }

    void cancelAll(Turn turn) {
        desk.cancel(turn, state());
        orders.clear();
    }
}
