package dev.sparkstacker.domain.event;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.codec.WireId;
import java.util.List;

/** What the market did. */
public sealed interface MarketEvent extends Event {
    /** The market it concerns. */
    MarketId market();

    /** The venue's rules for a market were read. */
    @WireId(1)
    record InstrumentListed(Instrument instrument) implements MarketEvent {
        @Override
        public MarketId market() {
            return instrument.market();
        }
    }

    /** The best prices changed; a side with zero size is empty. */
    @WireId(2)
    record BestBidOffer(MarketId market, Price bid, Quantity bidSize, Price ask, Quantity askSize, long quotedAtMs)
            implements MarketEvent {}

    /** The top of the book, best first, as deep as the engine consumes. */
    @WireId(3)
    record BookChanged(MarketId market, List<BookLevel> bids, List<BookLevel> asks, long quotedAtMs)
            implements MarketEvent {}

    /** A trade was printed. */
    @WireId(4)
    record TradePrinted(MarketId market, Side aggressor, Price price, Quantity size, long tradedAtMs)
            implements MarketEvent {}

    /** Mark and oracle price and the current hourly funding rate. */
    @WireId(5)
    record ContextChanged(MarketId market, Price mark, Price oracle, Rate fundingHourly) implements MarketEvent {}

    /** The forming bar of an interval changed; a later open time closes the bar before. */
    @WireId(6)
    record CandleChanged(MarketId market, Interval interval, Bar bar) implements MarketEvent {}

    /**
     * Closed bars read from the venue's history.
     *
     * @param bars closed bars, oldest first
     * @param upToMs every bar whose close lies at or before this venue time is among them
     */
    @WireId(7)
    record CandlesRead(MarketId market, Interval interval, List<Bar> bars, long upToMs) implements MarketEvent {}

    /** The feed of a market can no longer be trusted: entries wait. */
    @WireId(8)
    record FeedDegraded(MarketId market, FeedFault fault, String detail) implements MarketEvent {}

    /** The feed of a market is whole again. */
    @WireId(9)
    record FeedRestored(MarketId market) implements MarketEvent {}

    /** History could not be read; nothing is known of it. */
    @WireId(10)
    record CandlesUnread(MarketId market, Interval interval, String detail) implements MarketEvent {}
}
