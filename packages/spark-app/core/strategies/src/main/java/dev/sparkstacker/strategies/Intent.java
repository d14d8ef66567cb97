package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.ExitReason;
import org.jspecify.annotations.Nullable;

/** What a strategy wants done. The engine checks each intent and may refuse it, saying why. */
public sealed interface Intent {
    /**
     * Enter, or take the other side once flat where it stands with an {@link Exit}.
     *
     * @param side buy or sell
     * @param stop where the stop is to rest, or null for the configured distance; on the wrong side of the entry price
     *     the configured distance holds
     * @param targetDistance distance of the target from the entry price, or null for the configured one
     */
    record Enter(Side side, @Nullable Price stop, @Nullable Rate targetDistance) implements Intent {
        /** An entry with the configured stop and target. */
        public Enter(Side side) {
            this(side, null, null);
        }
    }

    /** Close the whole position. */
    record Exit(ExitReason reason) implements Intent {}

    /**
     * Close a part of the main leg's position, once a position under each name.
     *
     * @param name what the part is called, such as {@code mid-cross}
     * @param fraction of what is held then, above 0 and below 1; all of it where a piece would be under the minimum
     */
    record ExitFraction(String name, Rate fraction) implements Intent {
        public ExitFraction {
            if (fraction.e12() <= 0 || fraction.e12() >= Rate.ONE) {
                throw new IllegalArgumentException("A part must be above 0 and below 1: " + fraction);
            }
        }
    }

    /** Move the main leg's stop to a price nearer to the market; it never moves back. */
    record MoveStop(Price to) implements Intent {}
}
