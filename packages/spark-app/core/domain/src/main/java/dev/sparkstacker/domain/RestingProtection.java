package dev.sparkstacker.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a halt leaves resting at the venue, judged from the venue's own words. The engine, the guard beside it and the
 * watchdog keep to this one definition.
 *
 * <pre>
 *  order                                             HALT      FLATTEN
 *  reduce-only, on the side that closes a position   stays     stays until flat
 *  anything else                                     cancel    cancel
 * </pre>
 *
 * <p>It does not matter whose order it is. A reduce-only order without a trigger is a target.
 */
public final class RestingProtection {
    private RestingProtection() {}

    /** The side of an order that closes a position. */
    public static Side closingSide(SignedQuantity position) {
        return position.isLong() ? Side.SELL : Side.BUY;
    }

    /** Whether an order can do nothing but reduce this position in its market. */
    public static boolean protects(VenueOrder order, SignedQuantity position) {
        return order.reduceOnly() && !position.isZero() && closingSide(position) == order.side();
    }

    /** Orders that protect none of the positions, in the order given. */
    public static List<VenueOrder> unprotecting(List<VenuePosition> positions, List<VenueOrder> orders) {
        return orders.stream()
                .filter(order -> !protects(order, held(positions, order.market())))
                .toList();
    }

    /** How much of a position no resting stop covers. A stop without a size covers all of it. */
    public static Quantity bare(VenuePosition position, List<VenueOrder> orders) {
        Quantity left = position.size().abs();
        for (VenueOrder order : orders) {
            Trigger trigger = order.trigger();
            boolean stop = trigger != null && trigger.kind() == TriggerKind.STOP_LOSS;
            if (stop && order.market().equals(position.market()) && protects(order, position.size())) {
                left = order.original().isZero() ? Quantity.ZERO : left.minusOrZero(order.remaining());
            }
        }
        return left;
    }

    /** Markets in which some of a position has no stop. */
    public static Set<MarketId> bareMarkets(List<VenuePosition> positions, List<VenueOrder> orders) {
        Set<MarketId> bare = new TreeSet<>();
        for (VenuePosition position : positions) {
            if (!bare(position, orders).isZero()) {
                bare.add(position.market());
            }
        }
        return bare;
    }

    /** The account in a line, for people. */
    public static String describe(List<VenuePosition> positions, List<VenueOrder> orders) {
        Set<MarketId> bare = bareMarkets(positions, orders);
        List<String> parts = new ArrayList<>();
        for (VenuePosition position : positions) {
            if (!position.size().isZero()) {
                String doubt = bare.contains(position.market()) ? " (not all under a stop)" : "";
                parts.add(position.size() + " " + position.market() + doubt);
            }
        }
        if (parts.isEmpty()) {
            parts.add("flat");
        }
        parts.add(orders.size() + " orders rest");
        return String.join(", ", parts);
    }

    private static SignedQuantity held(List<VenuePosition> positions, MarketId market) {
        for (VenuePosition position : positions) {
            if (position.market().equals(market)) {
                return position.size();
            }
        }
        return SignedQuantity.ZERO;
    }
}
