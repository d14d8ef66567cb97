package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.SignedQuantity;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fill means for the account's other orders: a TP/SL sibling goes, and reduce-only orders shrink with the
 * position or end with it. Among resting reduce-only orders whose sum exceeds the position the oldest give way.
 */
final class FillFollowUp {
    private final Venue venue;

    FillFollowUp(Venue venue) {
        this.venue = venue;
    }

    void afterFill(Account account, Market market, Order filled) {
        cancelSiblings(account, filled);
        adjustReduceOnly(account, market);
    }

    private void cancelSiblings(Account account, Order filled) {
        if (filled.parentOid() == 0) {
            return;
        }
        for (Order other : account.openOrders()) {
            if (other.parentOid() == filled.parentOid() && other.oid() != filled.oid()) {
                venue.end(account, other, OrderStatus.SIBLING_FILLED_CANCELED, false);
            }
        }
    }

    /** Trims the reduce-only orders of one market to the position. */
    void adjustReduceOnly(Account account, Market market) {
        SignedQuantity position = account.size(market.id());
        List<Order> plain = new ArrayList<>();
        for (Order order : account.openOrders()) {
            if (!order.reduceOnly()
                    || order.isWaitingForParent()
                    || !order.market().equals(market.id())) {
                continue;
            }
            if (order.side().sign() != -position.signum()) {
                venue.end(account, order, OrderStatus.REDUCE_ONLY_CANCELED, false);
            } else if (order.trigger() == null || order.status() == OrderStatus.TRIGGERED) {
                plain.add(order);
            } else if (!order.positionTpsl()) {
                shrink(account, order, position.abs());
            }
        }
        Quantity left = position.abs();
        for (Order order : plain.reversed()) {
            if (left.isZero()) {
                venue.end(account, order, OrderStatus.REDUCE_ONLY_CANCELED, false);
            } else {
                shrink(account, order, left);
                left = left.minus(order.remaining());
            }
        }
    }

    private void shrink(Account account, Order order, Quantity limit) {
        if (order.remaining().compareTo(limit) > 0) {
            order.remaining(limit, venue.nowMs());
            venue.changed(account, order, false);
        }
    }
}
