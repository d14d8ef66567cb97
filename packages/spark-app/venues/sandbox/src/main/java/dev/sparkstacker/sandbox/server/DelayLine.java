package dev.sparkstacker.sandbox.server;

import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Frames on their way in one direction. What is not held back passes at once. Guarded by its owner's lock, which the
 * timer's work takes too.
 *
 * <pre>
 *  pass(frame, lane, late) --> due = max(now + late, last due of the lane) --> out
 *  swap(frame)             --> waits for the next frame that passes, or for a time
 * </pre>
 */
final class DelayLine {
    private final Object lock;
    private final EdgeTimer timer;
    private final Consumer<String> out;
    private final PriorityQueue<Held> held = new PriorityQueue<>();
    private final Map<FeedFaults.Lane, Long> laneDueMs = new EnumMap<>(FeedFaults.Lane.class);
    private @Nullable String swapped;
    private long frames;
    private long armedForMs = Long.MAX_VALUE;

    private record Held(long dueMs, long sequence, String frame) implements Comparable<Held> {
        @Override
        public int compareTo(Held other) {
            int byTime = Long.compare(dueMs, other.dueMs);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    DelayLine(Object lock, EdgeTimer timer, Consumer<String> out) {
        this.lock = lock;
        this.timer = timer;
        this.out = out;
    }

    /** Lets a frame pass, late by so much, behind everything of its lane. */
    void pass(String frame, FeedFaults.Lane lane, long lateMs) {
        long now = timer.nowMs();
        long due = laneDueMs.merge(lane, now + lateMs, Math::max);
        Held first = held.peek();
        if (due <= now && (first == null || first.dueMs > now)) {
            out.accept(frame);
        } else {
            held.add(new Held(due, ++frames, frame));
            arm();
        }
        String waiting = swapped;
        if (waiting != null) {
            swapped = null;
            pass(waiting, lane, 0);
        }
    }

    /** Holds a frame and everything behind it, of every lane, back. */
    void delay(String frame, FeedFaults.Lane lane, long lateMs) {
        long due = timer.nowMs() + lateMs;
        for (FeedFaults.Lane each : FeedFaults.Lane.values()) {
            laneDueMs.merge(each, due, Math::max);
        }
        pass(frame, lane, 0);
    }

    /** Lets a frame pass behind the next one, or after a time where none comes. */
    void swap(String frame, FeedFaults.Lane lane, long atMostMs) {
        String waiting = swapped;
        swapped = frame;
        if (waiting != null) {
            pass(waiting, lane, 0);
            return;
        }
        timer.after(atMostMs, () -> {
            synchronized (lock) {
                if (frame.equals(swapped)) {
                    swapped = null;
                    pass(frame, lane, 0);
                }
            }
        });
    }

    /** Frames held back. */
    int size() {
        return held.size() + (swapped == null ? 0 : 1);
    }

    /** Forgets what is held back. */
    void clear() {
        held.clear();
        swapped = null;
    }

    private void arm() {
        Held first = held.peek();
        if (first != null && first.dueMs < armedForMs) {
            armedForMs = first.dueMs;
            timer.after(Math.max(0, first.dueMs - timer.nowMs()), this::letGo);
        }
    }

    private void letGo() {
        synchronized (lock) {
            armedForMs = Long.MAX_VALUE;
            for (Held first = held.peek(); first != null && first.dueMs <= timer.nowMs(); first = held.peek()) {
                held.remove();
                out.accept(first.frame);
            }
            arm();
        }
    }
}
