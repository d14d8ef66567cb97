package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The top of an order book, best first.
 *
 * @param bids who buys
 * @param asks who sells
 * @param ageMs its age in venue milliseconds
 */
public record OrderBook(List<BookLevel> bids, List<BookLevel> asks, long ageMs) {
    /** The levels that an order of this side takes from. */
    List<BookLevel> taken(Side side) {
        return side == Side.BUY ? asks : bids;
    }

    /** Half way between the best bid and the best ask; null where a side is empty. */
    @Nullable
    Price mid() {
        if (bids.isEmpty() || asks.isEmpty()) {
            return null;
        }
        long bid = bids.getFirst().price().e8();
        long ask = asks.getFirst().price().e8();
        return new Price(bid + (ask - bid) / 2);
    }
}
