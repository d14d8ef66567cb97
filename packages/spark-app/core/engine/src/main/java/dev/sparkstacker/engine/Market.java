package dev.sparkstacker.engine;

import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.risk.check.OrderBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one market. */
final class Market {
    private static final long NOTHING_YET = -1;
    private static final long LEAST_SILENCE_MACHINE_MS = 2_000;

    /** The market's state, for snapshots. */
    record State(
            MarketId id,
            @Nullable Instrument instrument,
            MarketEvent.@Nullable BestBidOffer quote,
            MarketEvent.@Nullable ContextChanged context,
            MarketEvent.@Nullable BookChanged book,
            @Nullable FeedFault fault,
            long heardAtMs,
            long heardAtMachineMs,
            List<BarFeed.State> feeds) {}

    private final MarketId id;
    private final Map<Interval, BarFeed> feeds = new EnumMap<>(Interval.class);
    private @Nullable Instrument instrument;
    private MarketEvent.@Nullable BestBidOffer quote;
    private MarketEvent.@Nullable ContextChanged context;
    private MarketEvent.@Nullable BookChanged book;
    private @Nullable FeedFault fault = FeedFault.DISCONNECTED;
    private long heardAtMs = NOTHING_YET;
    private long heardAtMachineMs;

    Market(MarketId id) {
        this.id = id;
    }

    Market(State state) {
        this(state.id());
        instrument = state.instrument();
        quote = state.quote();
        context = state.context();
        book = state.book();
        fault = state.fault();
        heardAtMs = state.heardAtMs();
        heardAtMachineMs = state.heardAtMachineMs();
        state.feeds().forEach(feed -> feeds.put(feed.interval(), new BarFeed(feed)));
    }

    State state() {
        List<BarFeed.State> states = new ArrayList<>();
        feeds.values().forEach(feed -> states.add(feed.state()));
        return new State(id, instrument, quote, context, book, fault, heardAtMs, heardAtMachineMs, states);
    }

    MarketId id() {
        return id;
    }

    @Nullable
    Instrument instrument() {
        return instrument;
    }

    @Nullable
    FeedFault fault() {
        return fault;
    }

    void listed(Instrument listed) {
        instrument = listed;
    }

    void quoted(MarketEvent.BestBidOffer bestBidOffer) {
        quote = bestBidOffer;
    }

    void marked(MarketEvent.ContextChanged changed) {
        context = changed;
    }

    void deepened(MarketEvent.BookChanged changed) {
        book = changed;
    }

    /** It told something, whatever it was. */
    void heard(Turn turn) {
        heardAtMs = turn.nowMs();
        heardAtMachineMs = turn.machineNowMs();
    }

    /** A new process has heard nothing of it yet, which is no silence of the market's. */
    void startEpoch() {
        fault = FeedFault.DISCONNECTED;
        heardAtMs = NOTHING_YET;
    }

    /**
     * Venue time when it last told something; now as long as this process has not begun to hear it, and while the
     * machine's clock has hardly moved since: a venue clock that runs ahead makes no silence.
     */
    long heardAtMs(Turn turn) {
        boolean justNow = turn.machineNowMs() - heardAtMachineMs < LEAST_SILENCE_MACHINE_MS;
        return heardAtMs == NOTHING_YET || justNow ? turn.nowMs() : heardAtMs;
    }

    void degraded(FeedFault cause) {
        fault = cause;
    }

    void restored() {
        fault = null;
    }

    BarFeed feed(Interval interval, int historyBars) {
        BarFeed feed = feeds.computeIfAbsent(interval, key -> new BarFeed(id, key, historyBars));
        feed.need(historyBars);
        return feed;
    }

    @Nullable
    BarFeed feed(Interval interval) {
        return feeds.get(interval);
    }

    Collection<BarFeed> feeds() {
        return feeds.values();
    }

    MarketEvent.@Nullable BestBidOffer quote() {
        return quote;
    }

    /** The top of the book; the best bid and offer alone where no deeper book is told, null where neither is. */
    @Nullable
    OrderBook book(long nowMs) {
        MarketEvent.BookChanged deep = book;
        if (deep != null) {
            return new OrderBook(deep.bids(), deep.asks(), Math.max(0, nowMs - deep.quotedAtMs()));
        }
        MarketEvent.BestBidOffer best = quote;
        return best == null
                ? null
                : new OrderBook(
                        level(best.bid(), best.bidSize()), level(best.ask(), best.askSize()), quoteAgeMs(nowMs));
    }

    private static List<BookLevel> level(Price price, Quantity size) {
        return size.isZero() ? List.of() : List.of(new BookLevel(price, size));
    }

    @Nullable
    Price mark() {
        return context == null ? null : context.mark();
    }

    @Nullable
    Rate fundingHourly() {
        return context == null ? null : context.fundingHourly();
    }

    /** The price a taker on this side would get for the first unit, or null where nothing is quoted. */
    @Nullable
    Price touch(Side side) {
        MarketEvent.BestBidOffer current = quote;
        if (current == null) {
            return null;
        }
        if (side == Side.BUY) {
            return current.askSize().isZero() ? null : current.ask();
        }
        return current.bidSize().isZero() ? null : current.bid();
    }

    /** Age of the quote in venue milliseconds; very large where there is none. */
    long quoteAgeMs(long nowMs) {
        return quote == null ? Long.MAX_VALUE : Math.max(0, nowMs - quote.quotedAtMs());
    }

    /** The best price known to leave at: the touch, else the mark price, else null. */
    @Nullable
    Price exitReference(Side side) {
        Price touch = touch(side);
        return touch != null ? touch : mark();
    }
}
