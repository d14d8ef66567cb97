package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.util.List;

/**
 * What is wanted of one market. Best bid and offer, mark and oracle price always come.
 *
 * @param market the market
 * @param intervals candle intervals
 * @param bookDepth levels a side of the book, 0 for no book, at most 20
 * @param trades whether prints are wanted
 */
public record MarketFeed(MarketId market, List<Interval> intervals, int bookDepth, boolean trades) {
    private static final int MAX_DEPTH = 20;

    public MarketFeed {
        intervals = List.copyOf(intervals);
        if (bookDepth < 0 || bookDepth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "bookDepth of " + market + " must be from 0 to " + MAX_DEPTH + ": " + bookDepth);
        }
        if (intervals.stream().distinct().count() != intervals.size()) {
            throw new IllegalArgumentException("An interval of " + market + " is named twice: " + intervals);
        }
    }
}
