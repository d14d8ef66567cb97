package dev.sparkstacker.hyperliquid.limits;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final LongSupplier clockMs;
    private final int limit;
    private final BudgetObserver observer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Spent> spent = new ArrayDeque<>();
    private final PriorityQueue<Waiter> waiters =
            new PriorityQueue<>(Comparator.comparing(Waiter::priority).thenComparingLong(Waiter::number));
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
     */
    public WeightBudget(LongSupplier clockMs, int limit, BudgetObserver observer) {
        this.clockMs = clockMs;
        this.limit = limit;
        this.observer = observer;
    }

    /**
     * Waits until a request may leave and counts its weight.
     *
     * @param patienceNanos longest machine time to wait
     * @return false if the turn did not come in time; nothing is counted then
     */
    public boolean acquire(Priority priority, int weight, long patienceNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Waiter me = new Waiter(priority, tickets++);
            waiters.add(me);
            try {
                long deadline = System.nanoTime() + patienceNanos;
                while (!isTurnOf(me, weight)) {
                    long left = deadline - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    long _ = changed.awaitNanos(Math.min(left, POLL_NANOS));
                }
                spend(weight);
                return true;
            } finally {
                waiters.remove(me);
                changed.signalAll();
                observer.budgetChanged(used, limit, waiters.size());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Counts weight that became known with the answer: the venue charges for each row it returns. */
    public void charge(int weight) {
        if (weight <= 0) {
            return;
        }
        lock.lock();
        try {
            expire();
            spend(weight);
            observer.budgetChanged(used, limit, waiters.size());
        } finally {
            lock.unlock();
        }
    }

    /** The venue answered 429: everything that does not reduce risk pauses for ten seconds of venue time. */
    public void throttled() {
        lock.lock();
        try {
            throttledUntilMs = clockMs.getAsLong() + THROTTLE_MS;
        } finally {
            lock.unlock();
        }
    }

    /** Weight used within the last minute. */
    public int used() {
        lock.lock();
        try {
            expire();
            return used;
        } finally {
            lock.unlock();
        }
    }

    /** How many requests wait for their turn. */
    public int waiting() {
        lock.lock();
        try {
            return waiters.size();
        } finally {
            lock.unlock();
        }
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
