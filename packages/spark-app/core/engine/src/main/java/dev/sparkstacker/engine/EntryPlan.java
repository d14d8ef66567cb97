package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.strategies.Intent;
import org.jspecify.annotations.Nullable;

/**
 * Where a position's stop and target are to rest and how strong its signal was, kept from the entry to its end.
 *
 * @param stop the stop's trigger price: that which sized the position, once it was sized; null for the configured
 *     distance
 * @param targetDistance distance of the target from the entry price, or null for the configured one
 * @param strength strength of the signal, from 0 to 1
 */
record EntryPlan(@Nullable Price stop, @Nullable Rate targetDistance, Rate strength) {
    private static final Rate WHOLE = new Rate(Rate.ONE);

    /** As configured, at full strength. */
    static final EntryPlan CONFIGURED = new EntryPlan(null, null, WHOLE);

    /** As a strategy means it; a confidence that is no number is none. */
    static EntryPlan of(Intent.Enter enter, double confidence) {
        double bounded = confidence > 0 ? Math.min(1, confidence) : 0;
        return new EntryPlan(enter.stop(), enter.targetDistance(), new Rate((long) (bounded * Rate.ONE)));
    }

    /** As configured, with a signal of this strength. */
    EntryPlan asConfigured() {
        return new EntryPlan(null, null, strength);
    }

    /** The same with the stop that sized the position. */
    EntryPlan withStop(Price sizedBy) {
        return new EntryPlan(sizedBy, targetDistance, strength);
    }
}
