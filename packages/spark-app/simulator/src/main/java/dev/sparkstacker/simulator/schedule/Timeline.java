package dev.sparkstacker.simulator.schedule;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time: what is to happen when, and the loop that lets it happen, one thing at a time.
 *
 * <pre>
 *  entries by time, then by the order in which they were made
 *     │ earliest
 *     ▼
 *  now = its time ─► its work ─► new entries          a task's turn is an entry like any other
 * </pre>
 *
 * <p>Runs on the thread that made it; tasks have threads of their own but run only while the loop waits for them.
 */
public final class Timeline {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private final Thread thread = Thread.currentThread();
    private long nowNanos;
    private long made;
    private long done;
    private boolean stopped;
    private @Nullable Fiber running;

    /** Something that will happen, unless it is cancelled. */
    public static final class Entry implements Comparable<Entry> {
        private final long atNanos;
        private final long number;
        private @Nullable Runnable work;

        private Entry(long atNanos, long number, Runnable work) {
            this.atNanos = atNanos;
            this.number = number;
            this.work = work;
        }

        /** Lets it not happen. */
        public void cancel() {
            work = null;
        }

        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** Nanoseconds since the world began. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Milliseconds since the world began. */
    public long nowMs() {
        return nowNanos / 1_000_000;
    }

    /** Lets something happen after a while. */
    public Entry after(long nanos, Runnable work) {
        Entry entry = new Entry(nowNanos + Math.max(0, nanos), made++, work);
        entries.add(entry);
        return entry;
    }

    /** Lets everything up to a time happen, then stands at that time. */
    public void runTo(long untilNanos) {
        stopped = false;
        for (Entry next = entries.peek();
                !stopped && next != null && next.atNanos <= untilNanos;
                next = entries.peek()) {
            entries.remove();
            Runnable work = next.work;
            if (work != null) {
                nowNanos = next.atNanos;
                done++;
                work.run();
            }
        }
        if (!stopped) {
            nowNanos = Math.max(nowNanos, untilNanos);
        }
    }

    /** Lets {@link #runTo} return after what happens now. */
    public void stop() {
        stopped = true;
    }

    /** How many things have happened. */
    public long done() {
        return done;
    }

    /** The thread that gives turns. */
    Thread thread() {
        return thread;
    }

    /** The task whose turn it is. @throws IllegalStateException if it is nobody's */
    Fiber running() {
        Fiber now = running;
        if (now == null) {
            throw new IllegalStateException("Only a task can wait; this is the timeline itself");
        }
        return now;
    }

    /** Gives a task its turn, until it waits or ends. */
    void turn(Fiber fiber) {
        running = fiber;
        try {
            fiber.run();
        } finally {
            running = null;
        }
    }
}
