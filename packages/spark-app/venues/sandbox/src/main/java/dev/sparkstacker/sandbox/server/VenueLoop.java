package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.sandbox.clock.VenueClock;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import dev.sparkstacker.sandbox.price.CandleStore;
import dev.sparkstacker.sandbox.price.PriceListener;
import dev.sparkstacker.sandbox.price.PriceSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns an exchange. Everybody else hands it tasks.
 *
 * <pre>
 *  socket threads --ask, run--> queue --+
 *                                       v
 *        +--> wait for a task or 5 ms --> prices and exchange up to the clock's venue time --> tasks --+
 *        |                                    | after each second of it: step listeners                |
 *        +---------------------------------------------------------------------------------------------+
 * </pre>
 *
 * The exchange may be set up from the creating thread until {@link #start}; from then on only inside tasks.
 */
public final class VenueLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VenueLoop.class);
    private static final long LONGEST_WAIT_MS = 5;
    private static final long LONGEST_STEP_MS = 60_000;
    private static final long SLICE_MS = 1_000;
    private static final int TASKS_A_STEP = 256;

    private final Exchange exchange;
    private final EventHub events;
    private final PriceSource source;
    private final VenueClock clock;
    private final Map<MarketId, CandleStore> candles = new LinkedHashMap<>();
    private final BlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
    private final List<LongConsumer> stepListeners = new CopyOnWriteArrayList<>();
    private final PriceListener feed = new Feed();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Throwable failure;

    private record Task<R>(Function<Exchange, R> work, CompletableFuture<R> result) {
        void run(Exchange exchange) {
            try {
                result.complete(work.apply(exchange));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        }
    }

    /**
     * Opens an exchange that begins at the clock's venue time, with the source's history as its candles.
     *
     * @param markets the universe; each asset id is its index
     * @param listener takes what happens, on the loop's thread
     * @throws IllegalArgumentException if an asset id is not its index
     */
    public VenueLoop(
            List<MarketSpec> markets,
            VenueRules rules,
            PriceSource source,
            VenueClock clock,
            ExchangeListener listener) {
        this.source = source;
        this.clock = clock;
        this.events = new EventHub();
        events.add(listener);
        this.exchange = new Exchange(markets, rules, events, Math.min(clock.nowMs(), source.startMs()));
        for (MarketSpec market : markets) {
            CandleStore store = new CandleStore();
            for (Bar bar : source.history(market.market())) {
                store.addClosed(bar);
            }
            candles.put(market.market(), store);
        }
        this.thread = Thread.ofPlatform().name("sandbox-venue").daemon().unstarted(this::run);
    }

    /** Begins to run. */
    public void start() {
        thread.start();
    }

    /** The exchange, to be set up before {@link #start} by the thread that created the loop. */
    public Exchange exchange() {
        return exchange;
    }

    /** The candles by market; on the loop's thread only. */
    public Map<MarketId, CandleStore> candles() {
        return Collections.unmodifiableMap(candles);
    }

    public VenueClock clock() {
        return clock;
    }

    public PriceSource source() {
        return source;
    }

    /** Adds a listener of what happens at the exchange; it is called on the loop's thread. */
    public void addListener(ExchangeListener listener) {
        events.add(listener);
    }

    /** Where prices that do not come from the source are handed in; on the loop's thread only. */
    public PriceListener prices() {
        return feed;
    }

    /**
     * Adds a listener that is told the venue time after each slice of at most a second and after each batch of tasks,
     * on the loop's thread.
     */
    public void addStepListener(LongConsumer listener) {
        stepListeners.add(listener);
    }

    /** Takes both listeners off. */
    public void remove(ExchangeListener listener, LongConsumer stepListener) {
        events.remove(listener);
        stepListeners.remove(stepListener);
    }

    /**
     * Runs work on the loop's thread.
     *
     * @return its result, or its exception; {@link RejectedExecutionException} once the loop has stopped
     */
    public <R> CompletableFuture<R> ask(Function<Exchange, R> work) {
        Task<R> task = new Task<>(work, new CompletableFuture<>());
        tasks.add(task);
        if (stopping && !thread.isAlive()) {
            refuseTasks();
        }
        return task.result;
    }

    /** Runs work on the loop's thread, or never once it has stopped; what it throws is logged. */
    public void post(Runnable work) {
        var _ = ask(_ -> {
            try {
                work.run();
                return true;
            } catch (RuntimeException e) {
                LOG.error("A task of the simulated venue failed", e);
                return false;
            }
        });
    }

    /** What ended the loop, or null while it runs or after an orderly end. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** Ends the loop after the task at hand and waits for its thread. */
    @Override
    public void close() {
        stopping = true;
        if (thread.isAlive() && !Thread.currentThread().equals(thread)) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        refuseTasks();
    }

    private void run() {
        try {
            while (!stopping) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
            LOG.error("The simulated venue stopped at venue time {}", exchange.nowMs(), e);
        } finally {
            stopping = true;
            refuseTasks();
        }
    }

    private void step() throws InterruptedException {
        Task<?> task = tasks.poll(waitMs(), TimeUnit.MILLISECONDS);
        advance();
        int done = 0;
        while (task != null) {
            task.run(exchange);
            task = ++done < TASKS_A_STEP ? tasks.poll() : null;
        }
        if (done > 0) {
            tellStep();
        }
    }

    private long waitMs() {
        boolean behind = clock.nowMs() - exchange.nowMs() > LONGEST_STEP_MS;
        return behind ? 0 : Math.min(LONGEST_WAIT_MS, clock.machineMsUntil(exchange.nextDueMs()));
    }

    /**
     * Goes on in slices of a second, so that the markets stay in step. No slice reaches into the next second, so that a
     * bar's last state is told before its successor begins.
     */
    private void advance() {
        long target = Math.min(clock.nowMs(), exchange.nowMs() + LONGEST_STEP_MS);
        while (exchange.nowMs() < target) {
            long next = exchange.nowMs() + 1;
            long sliceEnd = next - Math.floorMod(next, SLICE_MS) + SLICE_MS - 1;
            long to = Math.min(target, sliceEnd);
            source.advanceTo(to, feed);
            exchange.advanceTo(to);
            tellStep();
        }
    }

    private void tellStep() {
        long now = exchange.nowMs();
        stepListeners.forEach(listener -> listener.accept(now));
    }

    private void refuseTasks() {
        for (Task<?> task = tasks.poll(); task != null; task = tasks.poll()) {
            task.result.completeExceptionally(new RejectedExecutionException("The simulated venue has stopped"));
        }
    }

    /** Keeps candles of the source's prints and hands everything on to the exchange. */
    private final class Feed implements PriceListener {
        @Override
        public void onBook(MarketId market, long timeMs, BookSnapshot book) {
            exchange.onBook(market, timeMs, book);
        }

        @Override
        public void onTrade(MarketId market, long timeMs, Side aggressor, Price price, Quantity size) {
            CandleStore store = candles.get(market);
            if (store != null) {
                store.onTrade(timeMs, price, size);
            }
            exchange.onTrade(market, timeMs, aggressor, price, size);
        }

        @Override
        public void onContext(MarketId market, long timeMs, Price mark, Price oracle, Rate premium) {
            exchange.onContext(market, timeMs, mark, oracle, premium);
        }
    }
}
