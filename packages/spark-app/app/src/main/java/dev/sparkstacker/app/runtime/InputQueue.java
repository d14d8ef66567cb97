package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.port.EventSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue in front of the engine.
 *
 * <p>Prices are conflated when the engine is behind: of each market's best bid and offer, book and context only the
 * newest is kept, of candles the newest of each bar. Account events and answers are never dropped; they make their
 * adapter wait.
 *
 * <p>Once the engine runs, what a person asks for goes first and never waits for room: behind it nothing is entered any
 * more, however much is waiting.
 */
final class InputQueue implements EventSink {
    private static final long NEVER = 0;
    private static final Waiting WAKE = new Waiting(new SystemEvent.ClockTicked(), NEVER);

    private final BlockingQueue<Waiting> queue;
    private final Map<Key, Waiting> conflated = new LinkedHashMap<>();
    private final AtomicLong conflations = new AtomicLong();
    private final Queue<Waiting> first = new ConcurrentLinkedQueue<>();
    private volatile boolean operatorsPass;
    private LongConsumer onWait = nanos -> {};
    private LongConsumer onConflation = events -> {};
    private long batchSinceNanos;

    private record Waiting(Event event, long sinceNanos) {}

    private record Key(
            Class<? extends Event> kind,
            MarketId market,
            @Nullable Interval interval,
            long barMs) {}

    InputQueue(int capacity) {
        queue = new ArrayBlockingQueue<>(capacity);
    }

    /**
     * Connects who is told, on the engine's thread, before that starts.
     *
     * @param waited how many nanoseconds the oldest event of a batch waited
     * @param conflations price updates that newer ones replaced since the last batch
     */
    void tell(LongConsumer waited, LongConsumer conflations) {
        onWait = waited;
        onConflation = conflations;
    }

    /** From here on, operators' requests pass what waits. Before, they follow what the engine must know first. */
    void letOperatorsPass() {
        operatorsPass = true;
    }

    @Override
    public void publish(Event event) {
        Key key = keyOf(event);
        Waiting waiting = new Waiting(event, System.nanoTime());
        if (operatorsPass && event instanceof OperatorEvent) {
            first.add(waiting);
            // Wakes an engine that waits for the queue; where that is full, it does not wait.
            boolean _ = queue.offer(WAKE);
        } else if (key == null) {
            putPatiently(waiting);
        } else if (hasConflated() || !queue.offer(waiting)) {
            conflate(key, waiting);
        }
    }

    /** Moves what is waiting into the batch, waiting at most the given time for the first. */
    void drain(Collection<Event> batch, int most, long waitMs) throws InterruptedException {
        List<Waiting> taken = new ArrayList<>();
        takeFirst(taken);
        Waiting next = queue.poll();
        if (next == null && taken.isEmpty() && !takeConflated(taken)) {
            next = queue.poll(waitMs, TimeUnit.MILLISECONDS);
            takeFirst(taken);
        }
        if (next != null) {
            taken.add(next);
            queue.drainTo(taken, most - 1);
        }
        if (queue.isEmpty()) {
            takeConflated(taken);
        }
        taken.removeIf(waiting -> waiting.sinceNanos() == NEVER);
        taken.forEach(waiting -> batch.add(waiting.event()));
        measure(taken);
    }

    private void takeFirst(List<Waiting> taken) {
        for (Waiting waiting = first.poll(); waiting != null; waiting = first.poll()) {
            taken.add(waiting);
        }
    }

    private void measure(List<Waiting> taken) {
        batchSinceNanos = taken.isEmpty() ? 0 : taken.getFirst().sinceNanos();
        if (batchSinceNanos != 0) {
            onWait.accept(System.nanoTime() - batchSinceNanos);
        }
        long replaced = conflations.getAndSet(0);
        if (replaced > 0) {
            onConflation.accept(replaced);
        }
    }

    /** When the oldest event of the batch drained last arrived; 0 where it was empty. For the engine's thread. */
    long batchSinceNanos() {
        return batchSinceNanos;
    }

    int depth() {
        return queue.size();
    }

    private void putPatiently(Waiting event) {
        try {
            queue.put(event);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void conflate(Key key, Waiting event) {
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

    private boolean takeConflated(Collection<Waiting> batch) {
        List<Waiting> waiting;
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
