package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.clock.MachineClock;
import dev.sparkstacker.sandbox.clock.VenueClock;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.price.PriceSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * An exchange moved by hand, on the caller's thread: venue time goes on when {@link #stepTo} is called and not otherwise.
 * It has no thread, never sleeps and reads no clock but the one it was given. Not thread-safe.
 *
 * <pre>
 *  stepTo(t):  +--> prices and exchange up to the next of: timer, effect, end of the second, t
 *              |         --> work handed in --> timers due, each with the work it hands in --+
 *              +---------------------------- until t is reached ----------------------------+
 * </pre>
 *
 * Work handed in between steps ({@link #ask}, {@link #post}) is done at once; work handed in while a step runs is done
 * when the work at hand is through, so that nothing re-enters the exchange.
 */
public final class SteppedVenue implements VenueTasks, EdgeTimer {
    private final VenueCore core;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timed> timers = new PriorityQueue<>();
    private long timersSet;
    private boolean busy;

    private record Timed(long dueMs, long sequence, Runnable work) implements Comparable<Timed> {
        @Override
        public int compareTo(Timed other) {
            int byTime = Long.compare(dueMs, other.dueMs);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    /** A venue that will be moved by hand; its core's clock must be {@link VenueClock#byHand}. */
    public SteppedVenue(VenueCore core) {
        if (!core.clock().isByHand()) {
            throw new IllegalArgumentException("A venue moved by hand needs a clock moved by hand");
        }
        this.core = core;
    }

    /**
     * A venue that begins where its prices do.
     *
     * @param markets the universe; each asset id is its index
     * @param machine the clock of the venue's machine: besides venue time, nonces and expiries are judged by it
     */
    public static SteppedVenue open(
            List<MarketSpec> markets, VenueRules rules, PriceSource source, MachineClock machine) {
        VenueClock clock = VenueClock.byHand(machine, source.startMs());
        return new SteppedVenue(new VenueCore(markets, rules, source, clock, new ExchangeListener() {}));
    }

    /** What it moves. */
    public VenueCore core() {
        return core;
    }

    /** Venue time. */
    @Override
    public long nowMs() {
        return core.exchange().nowMs();
    }

    /**
     * Goes on to a venue time: prices up to it are played, actions take effect after the venue's latency, timers fire in
     * order, frames are sent. An earlier time changes nothing.
     */
    public void stepTo(long venueMs) {
        if (busy) {
            throw new IllegalStateException("A step was begun inside a step, at venue time " + nowMs());
        }
        busy = true;
        try {
            fireTimers();
            while (nowMs() < venueMs) {
                moveTo(Math.max(nowMs() + 1, Math.min(venueMs, Math.min(nextDueMs(), core.sliceEndMs()))));
                fireTimers();
            }
        } finally {
            busy = false;
        }
    }

    /**
     * Venue time of the next thing that is due without a price: an action's effect, funding, something held back at an
     * edge. The prices of the next second are not counted.
     */
    public long nextDueMs() {
        Timed first = timers.peek();
        return Math.min(core.exchange().nextDueMs(), first == null ? Long.MAX_VALUE : first.dueMs);
    }

    private void moveTo(long venueMs) {
        core.clock().setTo(venueMs);
        core.advanceTo(venueMs);
        drain();
    }

    private void fireTimers() {
        for (Timed next = timers.peek(); next != null && next.dueMs <= nowMs(); next = timers.peek()) {
            timers.remove();
            next.work.run();
            drain();
        }
    }

    private void drain() {
        boolean any = !tasks.isEmpty();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        if (any) {
            core.tellStep();
        }
    }

    @Override
    public <R> CompletableFuture<R> ask(Function<Exchange, R> work) {
        CompletableFuture<R> result = new CompletableFuture<>();
        post(() -> {
            try {
                result.complete(work.apply(core.exchange()));
            } catch (RuntimeException failed) {
                result.completeExceptionally(failed);
            }
        });
        return result;
    }

    /** Does work at once, or when the work at hand is through; what it throws, the caller gets. */
    @Override
    public void post(Runnable work) {
        tasks.add(work);
        if (!busy) {
            busy = true;
            try {
                drain();
            } finally {
                busy = false;
            }
        }
    }

    @Override
    public void after(long ms, Runnable work) {
        timers.add(new Timed(nowMs() + Math.max(ms, 0), ++timersSet, work));
    }
}
