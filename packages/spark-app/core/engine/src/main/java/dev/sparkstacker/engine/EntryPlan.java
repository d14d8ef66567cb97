package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Where the strategy wants a position's stop and target, kept from the entry to its end.
 *
 * @param stop the stop's trigger price, or null for the configured distance
 * @param targetDistance distance of the target from the entry price, or null for the configured one
 */
record EntryPlan(@Nullable Price stop, @Nullable Rate targetDistance) {
    /** As configured. */
    static final EntryPlan CONFIGURED = new EntryPlan(null, null);
}
