package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.port.EventSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue in front of the engine.
 *
 * <p>Prices are conflated when the engine is behind: of each market's best bid and offer, book and context only the
 * newest is kept, of candles the newest of each bar. Account events and answers are never dropped; they make their
 * adapter wait.
 */
final class InputQueue implements EventSink {
    private final BlockingQueue<Event> queue;
    private final Map<Key, Event> conflated = new LinkedHashMap<>();
    private final AtomicLong conflations = new AtomicLong();

    private record Key(
            Class<? extends Event> kind,
            MarketId market,
            @Nullable Interval interval,
            long barMs) {}

    InputQueue(int capacity) {
        queue = new ArrayBlockingQueue<>(capacity);
    }

    @Override
    public void publish(Event event) {
        Key key = keyOf(event);
        if (key == null) {
            putPatiently(event);
        } else if (hasConflated() || !queue.offer(event)) {
            conflate(key, event);
        }
    }

    /** Moves what is waiting into the batch, waiting at most the given time for the first. */
    void drain(Collection<Event> batch, int most, long waitMs) throws InterruptedException {
        Event first = queue.poll();
        if (first == null && !takeConflated(batch)) {
            first = queue.poll(waitMs, TimeUnit.MILLISECONDS);
        }
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, most - 1);
        }
        if (queue.isEmpty()) {
            takeConflated(batch);
        }
    }

    int depth() {
        return queue.size();
    }

    /** Price updates that newer ones replaced before the engine saw them. */
    long conflations() {
        return conflations.get();
    }

    private void putPatiently(Event event) {
        try {
            queue.put(event);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void conflate(Key key, Event event) {
        synchronized (conflated) {
            if (conflated.put(key, event) != null) {
                conflations.incrementAndGet();
            }
        }
    }

    private boolean hasConflated() {
        synchronized (conflated) {
            return !conflated.isEmpty();
        }
    }

    private boolean takeConflated(Collection<Event> batch) {
        List<Event> waiting;
        synchronized (conflated) {
            waiting = new ArrayList<>(conflated.values());
            conflated.clear();
        }
        batch.addAll(waiting);
        return !waiting.isEmpty();
    }

    private static @Nullable Key keyOf(Event event) {
        return event instanceof MarketEvent market ? keyOf(market) : null;
    }

    private static @Nullable Key keyOf(MarketEvent event) {
        return switch (event) {
            case MarketEvent.BestBidOffer e -> new Key(e.getClass(), e.market(), null, 0);
            case MarketEvent.BookChanged e -> new Key(e.getClass(), e.market(), null, 0);
            case MarketEvent.ContextChanged e -> new Key(e.getClass(), e.market(), null, 0);
            case MarketEvent.CandleChanged e ->
                new Key(e.getClass(), e.market(), e.interval(), e.bar().openTimeMs());
            case MarketEvent.InstrumentListed e -> null;
            case MarketEvent.TradePrinted e -> null;
            case MarketEvent.CandlesRead e -> null;
            case MarketEvent.CandlesUnread e -> null;
            case MarketEvent.FeedDegraded e -> null;
            case MarketEvent.FeedRestored e -> null;
        };
    }
}
