package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import dev.sparkstacker.sandbox.price.PriceListener;
import dev.sparkstacker.sandbox.price.PriceSource;
import dev.sparkstacker.sandbox.price.SourceKind;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The venue's public prices as the sandbox's source: what was received is delivered at the sandbox's next step. */
final class LivePrices implements PriceSource {
    private static final int CAPACITY = 100_000;

    private final BlockingQueue<MarketEvent> received = new ArrayBlockingQueue<>(CAPACITY);
    private final Map<MarketId, List<Bar>> history;
    private final long startMs;

    /** @param history closed one-minute bars up to the start, oldest first */
    LivePrices(Map<MarketId, List<Bar>> history, long startMs) {
        this.history = history;
        this.startMs = startMs;
    }

    /** Takes a market event; waits where the sandbox is behind, so that the socket does. */
    void take(MarketEvent event) {
        try {
            received.put(event);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
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
        for (MarketEvent event = received.poll(); event != null; event = received.poll()) {
            deliver(event, timeMs, listener);
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
                listener.onTrade(
                        trade.market(),
                        Math.min(trade.tradedAtMs(), timeMs),
                        trade.aggressor(),
                        trade.price(),
                        trade.size());
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
                : new Rate(dev.sparkstacker.domain.FixedPoint.multiplyDivide(
                        mark.e8() - oracle.e8(), Rate.ONE, oracle.e8(), RoundingMode.HALF_EVEN));
    }
}
