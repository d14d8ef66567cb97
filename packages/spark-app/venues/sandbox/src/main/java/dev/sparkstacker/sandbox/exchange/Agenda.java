package dev.sparkstacker.sandbox.exchange;

import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Actions on their way to the exchange, in the order in which they will take effect. */
final class Agenda {
    private final PriorityQueue<Submission> waiting = new PriorityQueue<>();
    private long submissions;

    /**
     * An action on its way.
     *
     * @param dueMs venue time of its effect
     * @param validUntilMs venue time after which it must not take effect
     */
    record Submission(
            long dueMs,
            long sequence,
            Address account,
            VenueAction action,
            long validUntilMs,
            Consumer<ActionResult> reply)
            implements Comparable<Submission> {
        @Override
        public int compareTo(Submission other) {
            int byTime = Long.compare(dueMs, other.dueMs);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    void add(long dueMs, Address account, VenueAction action, long validUntilMs, Consumer<ActionResult> reply) {
        waiting.add(new Submission(dueMs, ++submissions, account, action, validUntilMs, reply));
    }

    long nextDueMs() {
        Submission first = waiting.peek();
        return first == null ? Long.MAX_VALUE : first.dueMs;
    }

    /** Takes the first submission that is due, or null. */
    @Nullable
    Submission take(long dueMs) {
        return nextDueMs() <= dueMs ? waiting.remove() : null;
    }
}
