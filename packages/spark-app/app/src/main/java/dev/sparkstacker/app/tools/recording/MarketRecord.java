package dev.sparkstacker.app.tools.recording;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.event.FeedFault;
import java.util.List;

/** One row of a recording. Times are venue milliseconds. */
public sealed interface MarketRecord {
    /** When it happened; a bar: when it opened. */
    long timeMs();

    /** Of which market. */
    MarketId market();

    /** A closed bar; {@link Bar#trades} is 0 where the source does not tell. */
    record Closed(MarketId market, Bar bar) implements MarketRecord {
        @Override
        public long timeMs() {
            return bar.openTimeMs();
        }
    }

    /** A trade. */
    record Print(long timeMs, MarketId market, Side aggressor, Price price, Quantity size) implements MarketRecord {}

    /** The best prices; a side with zero size is empty. */
    record Quote(long timeMs, MarketId market, Price bid, Quantity bidSize, Price ask, Quantity askSize)
            implements MarketRecord {}

    /** The book as deep as the venue shows it, best first. */
    record Book(long timeMs, MarketId market, List<BookLevel> bids, List<BookLevel> asks) implements MarketRecord {
        public Book {
            bids = List.copyOf(bids);
            asks = List.copyOf(asks);
        }
    }

    /** Mark and oracle price and the hourly funding rate. */
    record Context(long timeMs, MarketId market, Price mark, Price oracle, Rate fundingHourly)
            implements MarketRecord {}

    /** The venue's rules for the market. */
    record Rules(long timeMs, Instrument instrument) implements MarketRecord {
        @Override
        public MarketId market() {
            return instrument.market();
        }
    }

    /** From here on rows may be missing, until {@link Trusted}. */
    record Untrusted(long timeMs, MarketId market, FeedFault fault) implements MarketRecord {}

    /** The feed is whole again. */
    record Trusted(long timeMs, MarketId market) implements MarketRecord {}
}
