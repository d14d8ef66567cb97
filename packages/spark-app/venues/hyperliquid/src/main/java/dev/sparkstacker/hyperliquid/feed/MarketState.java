package dev.sparkstacker.hyperliquid.feed;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.hyperliquid.MarketFeed;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the market connection remembers of one market: its guard, and how far each stream has come. */
final class MarketState {
    private final MarketFeed feed;
    private final FeedGuard guard;
    private final PrintMemory prints;
    private final Map<Interval, Long> candles = new EnumMap<>(Interval.class);
    private long quotedMs;
    private long bookMs;

    /** @param sinceMs venue time from which on prints are wanted */
    MarketState(MarketFeed feed, FeedGuard guard, long sinceMs) {
        this.feed = feed;
        this.guard = guard;
        this.prints = new PrintMemory(sinceMs);
    }

    MarketFeed feed() {
        return feed;
    }

    FeedGuard guard() {
        return guard;
    }

    /** A new connection starts with snapshots, which may repeat what was seen; only prints must not be told twice. */
    void startAnew() {
        candles.clear();
        quotedMs = 0;
        bookMs = 0;
    }

    /** Moves the quote stream on; false if the time lies before one already used. */
    boolean advanceQuote(long timeMs) {
        boolean forward = timeMs >= quotedMs;
        quotedMs = Math.max(quotedMs, timeMs);
        return forward;
    }

    /** Moves the book stream on; false if the time lies before one already used. */
    boolean advanceBook(long timeMs) {
        boolean forward = timeMs >= bookMs;
        bookMs = Math.max(bookMs, timeMs);
        return forward;
    }

    /** Moves the trade stream on; false if the print was told already, or is older than one that was or than the feed. */
    boolean advanceTrade(long timeMs, long tid) {
        return prints.isNew(timeMs, tid);
    }

    /** Moves a candle stream on; false if the bar opens before one already used. */
    boolean advanceCandle(Interval interval, long openMs) {
        long newest = candles.merge(interval, openMs, Math::max);
        return openMs >= newest;
    }

    /** The interval of that spelling, if it was asked for. */
    Optional<Interval> interval(String code) {
        return Interval.byCode(code).filter(feed.intervals()::contains);
    }
}
