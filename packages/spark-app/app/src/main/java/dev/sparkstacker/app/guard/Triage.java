package dev.sparkstacker.app.guard;

import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenuePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be done on one account, from what the venue says of it and nothing else.
 *
 * <pre>
 *  order                                            HALT      FLATTEN
 *  reduce-only against an open position             stays     stays until flat
 *  anything else                                    cancel    cancel
 *
 *  position                                         HALT                                   FLATTEN
 *  whole size under resting stops                   stays                                  close
 *  some of it bare for too long, market is ours     close the bare part                    close
 *  some of it bare for too long, market is not      told                                   close
 * </pre>
 */
final class Triage {
    private final EmergencyAction action;
    private final Set<MarketId> ours;

    /** @param ours the markets that the product trades on this account */
    Triage(EmergencyAction action, Set<MarketId> ours) {
        this.action = action;
        this.ours = new TreeSet<>(ours);
    }

    /** A reduce-only size to be executed. */
    record Closing(MarketId market, Side side, Quantity size) {}

    /**
     * What to do.
     *
     * @param cancel orders to cancel
     * @param close positions, or parts of them, to close
     * @param bare markets in which some of a position has no stop now
     * @param done whether nothing is left to do and nothing is bare that we would close
     * @param found the account in a line
     */
    record Plan(List<VenueOrder> cancel, List<Closing> close, Set<MarketId> bare, boolean done, String found) {}

    /** @param overdue markets in which something has been bare for longer than a position may be */
    Plan plan(Standing standing, Set<MarketId> overdue) {
        TreeMap<MarketId, VenuePosition> held = new TreeMap<>();
        standing.positions().forEach(position -> held.put(position.market(), position));
        List<VenueOrder> cancel = standing.orders().stream()
                .filter(order -> !protects(order, Optional.ofNullable(held.get(order.market()))))
                .toList();
        List<Closing> close = new ArrayList<>();
        Set<MarketId> bare = new TreeSet<>();
        for (VenuePosition position : held.values()) {
            Quantity unprotected = unprotected(position, standing.orders());
            if (!unprotected.isZero()) {
                bare.add(position.market());
            }
            closing(position, unprotected, overdue).ifPresent(close::add);
        }
        boolean waiting = action == EmergencyAction.HALT && bare.stream().anyMatch(ours::contains);
        return new Plan(cancel, close, bare, cancel.isEmpty() && close.isEmpty() && !waiting, found(standing, bare));
    }

    private Optional<Closing> closing(VenuePosition position, Quantity unprotected, Set<MarketId> overdue) {
        boolean mayClose = ours.contains(position.market()) && overdue.contains(position.market());
        Quantity size = switch (action) {
            case FLATTEN -> position.size().abs();
            case HALT -> mayClose ? unprotected : Quantity.ZERO;
        };
        return size.isZero()
                ? Optional.empty()
                : Optional.of(new Closing(position.market(), closingSide(position), size));
    }

    private static boolean protects(VenueOrder order, Optional<VenuePosition> position) {
        return order.reduceOnly()
                && position.map(held -> closingSide(held) == order.side()).orElse(false);
    }

    /** What no resting stop covers. A stop without a size covers the whole position. */
    private static Quantity unprotected(VenuePosition position, List<VenueOrder> orders) {
        Quantity left = position.size().abs();
        for (VenueOrder order : orders) {
            Trigger trigger = order.trigger();
            boolean stop = trigger != null && trigger.kind() == TriggerKind.STOP_LOSS;
            if (stop && order.market().equals(position.market()) && protects(order, Optional.of(position))) {
                left = order.original().isZero() ? Quantity.ZERO : left.minusOrZero(order.remaining());
            }
        }
        return left;
    }

    static Side closingSide(VenuePosition position) {
        return position.size().isLong() ? Side.SELL : Side.BUY;
    }

    private static String found(Standing standing, Set<MarketId> bare) {
        if (standing.isFlat()) {
            return "flat, " + standing.orders().size() + " orders rest";
        }
        List<String> positions = standing.positions().stream()
                .map(held -> held.size() + " " + held.market()
                        + (bare.contains(held.market()) ? " (not all under a stop)" : ""))
                .toList();
        return String.join(", ", positions) + ", " + standing.orders().size() + " orders rest";
    }
}
