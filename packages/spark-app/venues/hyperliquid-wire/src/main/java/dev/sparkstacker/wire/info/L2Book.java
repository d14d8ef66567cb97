package dev.sparkstacker.wire.info;

import java.util.List;

/**
 * A full book, up to 20 levels a side.
 *
 * @param time block time, unix ms
 * @param levels bids descending, then asks ascending
 */
public record L2Book(String coin, long time, List<List<Level>> levels) {
    /** Checks that there are exactly two sides. */
    public L2Book {
        if (levels.size() != 2) {
            throw new IllegalArgumentException("a book has two sides, got " + levels.size());
        }
    }

    /** Bids, best first. */
    public List<Level> bids() {
        return levels.getFirst();
    }

    /** Asks, best first. */
    public List<Level> asks() {
        return levels.getLast();
    }
}
