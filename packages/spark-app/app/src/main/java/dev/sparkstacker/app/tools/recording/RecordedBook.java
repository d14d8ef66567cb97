package dev.sparkstacker.app.tools.recording;

import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A market's book as the recording tells it: whole books, and best prices between them. A quote replaces the touch and
 * cuts the levels it has passed; deeper levels stay as they were last seen.
 */
final class RecordedBook {
    private List<BookLevel> bids = List.of();
    private List<BookLevel> asks = List.of();

    void take(MarketRecord.Book book) {
        bids = book.bids();
        asks = book.asks();
    }

    void take(MarketRecord.Quote quote) {
        bids = touched(bids, quote.bid().e8(), new BookLevel(quote.bid(), quote.bidSize()), 1);
        asks = touched(asks, quote.ask().e8(), new BookLevel(quote.ask(), quote.askSize()), -1);
    }

    /** The book, unless its sides cross. */
    Optional<BookSnapshot> snapshot() {
        boolean crossed = !bids.isEmpty()
                && !asks.isEmpty()
                && bids.getFirst().price().compareTo(asks.getFirst().price()) >= 0;
        return crossed ? Optional.empty() : Optional.of(BookSnapshot.of(bids, asks));
    }

    /** Twice the middle in units of 10<sup>-8</sup>, 0 where a side is empty. */
    long doubleMiddleE8() {
        return bids.isEmpty() || asks.isEmpty()
                ? 0
                : bids.getFirst().price().e8() + asks.getFirst().price().e8();
    }

    private static List<BookLevel> touched(List<BookLevel> before, long touchE8, BookLevel touch, int direction) {
        List<BookLevel> after = new ArrayList<>(before.size() + 1);
        if (!touch.size().isZero()) {
            after.add(touch);
            for (BookLevel level : before) {
                if (Long.compare(touchE8, level.price().e8()) == direction) {
                    after.add(level);
                }
            }
        }
        return after;
    }
}
