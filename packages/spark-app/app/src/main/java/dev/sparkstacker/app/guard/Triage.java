package dev.sparkstacker.app.guard;

import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.RestingProtection;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenuePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be done on one account, from what the venue says of it and nothing else. Which orders stay is the engine's
 * definition too ({@link RestingProtection}).
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
        List<VenueOrder> cancel = RestingProtection.unprotecting(standing.positions(), standing.orders());
        List<Closing> close = new ArrayList<>();
        Set<MarketId> bare = new TreeSet<>();
        for (VenuePosition position : held.values()) {
            Quantity unprotected = RestingProtection.bare(position, standing.orders());
            if (!unprotected.isZero()) {
                bare.add(position.market());
            }
            closing(position, unprotected, overdue).ifPresent(close::add);
        }
        String found = RestingProtection.describe(standing.positions(), standing.orders());
        boolean waiting = action == EmergencyAction.HALT && bare.stream().anyMatch(ours::contains);
        return new Plan(cancel, close, bare, cancel.isEmpty() && close.isEmpty() && !waiting, found);
    }

    private Optional<Closing> closing(VenuePosition position, Quantity unprotected, Set<MarketId> overdue) {
        boolean mayClose = ours.contains(position.market()) && overdue.contains(position.market());
        Quantity size = switch (action) {
            case FLATTEN -> position.size().abs();
            case HALT -> mayClose ? unprotected : Quantity.ZERO;
        };
        return size.isZero()
                ? Optional.empty()
                : Optional.of(new Closing(position.market(), RestingProtection.closingSide(position.size()), size));
    }
}
