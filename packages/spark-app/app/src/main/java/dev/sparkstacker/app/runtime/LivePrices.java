package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.hyperliquid.PublicFeed;
import dev.sparkstacker.hyperliquid.command.CandleReader;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.sandbox.price.BarPath;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import dev.sparkstacker.sandbox.price.DepthModel;
import dev.sparkstacker.sandbox.price.PriceListener;
import dev.sparkstacker.sandbox.price.PriceSource;
import dev.sparkstacker.sandbox.price.SourceKind;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The venue's public prices as the sandbox's source: what was received is delivered at the sandbox's next step. What was
 * missed while the feed was down is read from the venue's history before anything newer is delivered.
 */
final class LivePrices implements PriceSource {
    private static final int CAPACITY = 100_000;

    private final BlockingQueue<Heard> received = new ArrayBlockingQueue<>(CAPACITY);
    private final PublicFeed feed;
    private final long seed;
    private final Map<MarketId, List<Bar>> history;
    private final Map<MarketId, FeedGap> gaps = new TreeMap<>();
    private final Map<MarketId, BarPath> paths = new ConcurrentHashMap<>();
    private final long startMs;

    /** What waits for the next step. */
    private sealed interface Heard {
        /** Venue time before which it must not be delivered: a print belongs to its own minute. */
        long timeMs();

        record Now(MarketEvent event) implements Heard {
            @Override
            public long timeMs() {
                return event instanceof MarketEvent.TradePrinted print ? print.tradedAtMs() : 0;
            }
        }

        /** A bar that was missed, with its path if all of it was. */
        record Late(MarketId market, Bar bar, @Nullable BarPath path) implements Heard {
            @Override
            public long timeMs() {
                return 0;
            }
        }
    }

    /**
     * Prices of a connected feed.
     *
     * @param history closed one-minute bars up to the start, oldest first
     * @param startMs venue time of the start
     * @param seed chooses the path within a bar that was missed
     */
    LivePrices(PublicFeed feed, Map<MarketId, List<Bar>> history, long startMs, long seed) {
        this.feed = feed;
        this.history = history;
        this.startMs = startMs;
        this.seed = seed;
        history.keySet().forEach(market -> gaps.put(market, new FeedGap(startMs)));
    }

    /** Takes a market event; waits where the sandbox is behind, or bars must be read first, so that the socket does. */
    void take(MarketEvent event) {
        try {
            if (event instanceof MarketEvent.InstrumentListed listed) {
                Instrument instrument = listed.instrument();
                paths.put(instrument.market(), new BarPath(instrument, Interval.M1, DepthModel.full(), seed));
            } else {
                follow(event);
            }
            received.put(new Heard.Now(event));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The feed tells of one market at a time; a gap is read before the event that follows it. */
    private void follow(MarketEvent event) throws InterruptedException {
        FeedGap gap = gaps.get(marketOf(event));
        if (gap == null) {
            return;
        }
        synchronized (gap) {
            long nowMs = feed.time().venueTimeMs();
            boolean tells = event instanceof MarketEvent.TradePrinted || event instanceof MarketEvent.BookChanged;
            if (tells && gap.isDue(nowMs)) {
                read(marketOf(event), gap, nowMs);
            }
            gap.heard(event, nowMs);
        }
    }

    private void read(MarketId market, FeedGap gap, long nowMs) throws InterruptedException {
        try {
            CandleReader.ClosedBars closed = feed.candles(market, Interval.M1, gap.fromMs());
            for (Bar bar : closed.bars()) {
                received.put(new Heard.Late(market, bar, gap.missedWholly(bar) ? paths.get(market) : null));
            }
            gap.read(closed.upToMs());
        } catch (ReadException unread) {
            // The connector's listener was told; nothing is known of these bars until a later try.
            gap.unread(nowMs);
        }
    }

    private static MarketId marketOf(MarketEvent event) {
        return switch (event) {
            case MarketEvent.InstrumentListed it -> it.instrument().market();
            case MarketEvent.BestBidOffer it -> it.market();
            case MarketEvent.BookChanged it -> it.market();
            case MarketEvent.TradePrinted it -> it.market();
            case MarketEvent.ContextChanged it -> it.market();
            case MarketEvent.CandleChanged it -> it.market();
            case MarketEvent.CandlesRead it -> it.market();
            case MarketEvent.CandlesUnread it -> it.market();
            case MarketEvent.FeedDegraded it -> it.market();
            case MarketEvent.FeedRestored it -> it.market();
        };
    }

    @Override
    public void close() {
        feed.close();
    }

    @Override
    public SourceKind kind() {
        return SourceKind.LIVE;
    }

    @Override
    public String description() {
        return "Hyperliquid's public feed";
    }

    @Override
    public List<MarketId> markets() {
        return List.copyOf(history.keySet());
    }

    @Override
    public List<Bar> history(MarketId market) {
        return history.getOrDefault(market, List.of());
    }

    @Override
    public long startMs() {
        return startMs;
    }

    @Override
    public boolean hasEnded() {
        return false;
    }

    @Override
    public void advanceTo(long timeMs, PriceListener listener) {
        for (Heard heard = received.peek(); heard != null && heard.timeMs() <= timeMs; heard = received.peek()) {
            received.remove();
            switch (heard) {
                case Heard.Now now -> deliver(now.event(), timeMs, listener);
                case Heard.Late late -> listener.onLateBar(late.market(), timeMs, late.bar(), late.path());
            }
        }
    }

    private static void deliver(MarketEvent event, long timeMs, PriceListener listener) {
        switch (event) {
            case MarketEvent.BookChanged book -> {
                if (!book.bids().isEmpty() && !book.asks().isEmpty()) {
                    listener.onBook(book.market(), timeMs, BookSnapshot.of(book.bids(), book.asks()));
                }
            }
            case MarketEvent.TradePrinted trade ->
                listener.onTrade(trade.market(), trade.tradedAtMs(), trade.aggressor(), trade.price(), trade.size());
            case MarketEvent.ContextChanged context ->
                listener.onContext(
                        context.market(),
                        timeMs,
                        context.mark(),
                        context.oracle(),
                        premium(context.mark(), context.oracle()));
            case MarketEvent.InstrumentListed _,
                    MarketEvent.BestBidOffer _,
                    MarketEvent.CandleChanged _,
                    MarketEvent.CandlesRead _,
                    MarketEvent.CandlesUnread _,
                    MarketEvent.FeedDegraded _,
                    MarketEvent.FeedRestored _ -> {
                // The book carries the best prices, candles are built from prints, and a silent feed ages by itself.
            }
        }
    }

    private static Rate premium(Price mark, Price oracle) {
        return oracle.isZero()
                ? Rate.ZERO
                : new Rate(FixedPoint.multiplyDivide(
                        mark.e8() - oracle.e8(), Rate.ONE, oracle.e8(), RoundingMode.HALF_EVEN));
    }
}
