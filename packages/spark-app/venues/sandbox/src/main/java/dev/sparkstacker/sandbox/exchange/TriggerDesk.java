package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Trigger;
import java.util.List;

/** Activates trigger orders when the mark price reaches them, oldest first. */
final class TriggerDesk {
    private final Venue venue;
    private final OrderEntry entry;

    TriggerDesk(Venue venue, OrderEntry entry) {
        this.venue = venue;
        this.entry = entry;
    }

    void onMark(Market market, Price mark) {
        if (market.triggers.isEmpty() || !venue.phase().triggers()) {
            return;
        }
        for (Order order : List.copyOf(market.triggers)) {
            Trigger trigger = order.trigger();
            if (trigger != null && order.isWaitingTrigger() && OrderChecks.isReached(order.side(), trigger, mark)) {
                activate(market, order);
            }
        }
    }

    private void activate(Market market, Order order) {
        Account account = venue.requireAccount(order.owner());
        market.remove(order);
        venue.nextAction();
        if (order.reduceOnly()) {
            boolean reduces = order.side().sign() == -account.size(market.id()).signum();
            if (!reduces) {
                venue.end(account, order, OrderStatus.REDUCE_ONLY_CANCELED, true);
                return;
            }
            Quantity held = account.size(market.id()).abs();
            order.remaining(order.positionTpsl() ? held : order.remaining().min(held), venue.nowMs());
        }
        order.status(OrderStatus.TRIGGERED, venue.nowMs());
        venue.changed(account, order, true);
        entry.execute(account, market, order, null);
    }
}
