package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Best bid and offer; either is null on an empty side. Time is the block time, unix ms. */
public record Bbo(String coin, long time, List<@Nullable Level> bbo) {
    /** Checks that there are exactly two sides. */
    public Bbo {
        if (bbo.size() != 2) {
            throw new IllegalArgumentException("a bbo has two sides, got " + bbo.size());
        }
    }

    /** Best bid, null when nobody bids. */
    public @Nullable Level bid() {
        return bbo.getFirst();
    }

    /** Best ask, null when nobody offers. */
    public @Nullable Level ask() {
        return bbo.getLast();
    }
}
