package dev.sparkstacker.hyperliquid.limits;

import dev.sparkstacker.hyperliquid.machine.Machine;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The venue's request budget: a weight per minute of venue time, shared by everything that leaves this address. Requests
 * wait their turn; the last part is kept for what reduces risk.
 *
 * <pre>
 *  0                         50 %        70 %   80 %        100 %
 *  |---- everything ----------|-- asks ---|-acts-|- cancels, -|
 *  |                          |           |      |  exits     |
 * </pre>
 *
 * <p>Thread-safe.
 */
public final class WeightBudget {
    /** The venue's budget for one address, in weight a minute. */
    public static final int VENUE_LIMIT = 1200;

    private static final long WINDOW_MS = 60_000;
    private static final long THROTTLE_MS = 10_000;
    private static final long SHORTEST_PAUSE_MS = 2;
    private static final long LONGEST_PAUSE_MS = 50;
    private static final long FASTEST_CLOCK = 100;

    private final LongSupplier clockMs;
    private final int limit;
    private final BudgetObserver observer;
    private final Machine machine;
    private final Deque<Spent> spent = new ArrayDeque<>();
    private final PriorityQueue<Waiter> waiters =
            new PriorityQueue<>(Comparator.comparing(Waiter::priority).thenComparingLong(Waiter::number));
    private CompletableFuture<Void> changed = new CompletableFuture<>();
    private int used;
    private long tickets;
    private long throttledUntilMs = Long.MIN_VALUE;

    private record Spent(long atMs, int weight) {}

    private record Waiter(Priority priority, long number) {}

    /** Told of every change. */
    @FunctionalInterface
    public interface BudgetObserver {
        /** Weight used within the last minute, the limit, and how many requests wait. */
        void budgetChanged(int usedWeight, int limitWeight, int waiting);
    }

    /**
     * @param clockMs venue time in milliseconds
     * @param limit weight a minute
     * @param observer told of every change, under the budget's lock
     * @param machine what requests wait on
     */
    public WeightBudget(LongSupplier clockMs, int limit, BudgetObserver observer, Machine machine) {
        this.clockMs = clockMs;
        this.limit = limit;
        this.observer = observer;
        this.machine = machine;
    }

    /**
     * Waits until a request may leave and counts its weight.
     *
     * @param patienceNanos longest machine time to wait
     * @return false if the turn did not come in time; nothing is counted then
     */
    public boolean acquire(Priority priority, int weight, long patienceNanos) throws InterruptedException {
        long deadline = machine.nanos() + patienceNanos;
        Waiter me = join(priority);
        try {
            while (true) {
                CompletableFuture<Void> change;
                long pauseNanos;
                synchronized (this) {
                    if (isTurnOf(me, weight)) {
                        spend(weight);
                        return true;
                    }
                    change = changed;
                    pauseNanos = TimeUnit.MILLISECONDS.toNanos(pauseMs(me));
                }
                long left = deadline - machine.nanos();
                if (left <= 0) {
                    return false;
                }
                boolean _ = machine.awaitEnd(change, Math.min(left, pauseNanos));
            }
        } finally {
            leave(me);
        }
    }

    private synchronized Waiter join(Priority priority) {
        Waiter waiter = new Waiter(priority, tickets++);
        waiters.add(waiter);
        return waiter;
    }

    private void leave(Waiter waiter) {
        CompletableFuture<Void> before;
        synchronized (this) {
            waiters.remove(waiter);
            observer.budgetChanged(used, limit, waiters.size());
            before = changed;
            changed = new CompletableFuture<>();
        }
        before.complete(null);
    }

    /** Counts weight that became known with the answer: the venue charges for each row it returns. */
    public synchronized void charge(int weight) {
        if (weight <= 0) {
            return;
        }
        expire();
        spend(weight);
        observer.budgetChanged(used, limit, waiters.size());
    }

    /** The venue answered 429: everything that does not reduce risk pauses for ten seconds of venue time. */
    public synchronized void throttled() {
        throttledUntilMs = clockMs.getAsLong() + THROTTLE_MS;
    }

    /** Weight used within the last minute. */
    public synchronized int used() {
        expire();
        return used;
    }

    /** How many requests wait for their turn. */
    public synchronized int waiting() {
        return waiters.size();
    }

    /**
     * How long until it is worth looking again: whoever is not first is told of a change; the first looks when the venue's
     * clock, at its fastest, can have freed anything.
     */
    private long pauseMs(Waiter waiter) {
        if (!waiter.equals(waiters.peek())) {
            return LONGEST_PAUSE_MS;
        }
        long now = clockMs.getAsLong();
        long freed = spent.isEmpty() ? now : spent.getFirst().atMs + WINDOW_MS;
        return Math.clamp(
                (Math.max(freed, throttledUntilMs) - now) / FASTEST_CLOCK, SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
    }

    private boolean isTurnOf(Waiter waiter, int weight) {
        expire();
        boolean paused = waiter.priority != Priority.RISK_REDUCING && clockMs.getAsLong() < throttledUntilMs;
        int allowance = limit * waiter.priority.sharePct() / 100;
        boolean fits = used + weight <= allowance || used == 0;
        return waiter.equals(waiters.peek()) && !paused && fits;
    }

    private void spend(int weight) {
        spent.add(new Spent(clockMs.getAsLong(), weight));
        used += weight;
    }

    private void expire() {
        long now = clockMs.getAsLong();
        while (!spent.isEmpty() && isOver(spent.getFirst(), now)) {
            used -= spent.removeFirst().weight;
        }
    }

    /** An entry from the future can only stem from before venue time was known; it is dropped as well. */
    private static boolean isOver(Spent entry, long nowMs) {
        return entry.atMs <= nowMs - WINDOW_MS || entry.atMs > nowMs + WINDOW_MS;
    }
}
