package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import org.jspecify.annotations.Nullable;

/**
 * Where a strategy stands in its market, as its fills and orders say.
 *
 * @param stance flat, long, short, or on the way from one to another
 * @param heading the side it is on, or will be on once what is on its way is done; null where that is none
 * @param entryPrice average entry price of the main leg's position, or null without one
 * @param stopPrice where the main leg's stop rests or is to rest, or null without one
 */
public record Standing(
        Stance stance,
        @Nullable Side heading,
        @Nullable Price entryPrice,
        @Nullable Price stopPrice) {
    /** Nothing held and nothing on its way. */
    public static final Standing FLAT = new Standing(Stance.FLAT, null, null, null);
}
