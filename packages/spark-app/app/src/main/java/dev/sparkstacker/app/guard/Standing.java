package dev.sparkstacker.app.guard;

import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenuePosition;
import java.util.List;

/**
 * What the venue says of one account.
 *
 * @param positions open positions
 * @param orders open orders, triggers included
 * @param readAtMs venue time just before it was asked
 */
record Standing(List<VenuePosition> positions, List<VenueOrder> orders, long readAtMs) {
    Standing {
        positions = List.copyOf(positions);
        orders = List.copyOf(orders);
    }

    boolean isFlat() {
        return positions.isEmpty();
    }
}
