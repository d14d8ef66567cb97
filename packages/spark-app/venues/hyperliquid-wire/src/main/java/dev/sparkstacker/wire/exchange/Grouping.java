package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.ExternallyTagged;
import dev.sparkstacker.wire.json.Scalar;
import dev.sparkstacker.wire.json.Tag;

/** How the orders of one action belong together. */
@ExternallyTagged
public sealed interface Grouping {
    /** Unrelated orders. */
    Grouping NONE = new Na();

    /** Unrelated orders. */
    @Tag("na")
    record Na() implements Grouping {}

    /** The first order is the parent, the others its take profit and stop loss. */
    @Tag("normalTpsl")
    record NormalTpsl() implements Grouping {}

    /** Take profit and stop loss of the whole position, following its size. */
    @Tag("positionTpsl")
    record PositionTpsl() implements Grouping {}

    /**
     * Unrelated orders with a priority fee.
     *
     * @param p fee times 10^8
     */
    @Tag("p")
    @Scalar
    record Priority(long p) implements Grouping {}
}
