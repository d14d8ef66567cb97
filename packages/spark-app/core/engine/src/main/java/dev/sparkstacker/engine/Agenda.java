package dev.sparkstacker.engine;

/**
 * The earliest instants at which something may be due, gathered over everything that waits.
 *
 * <p>A {@link Deadline} passes when both clocks have reached it, so each is entered under the clock it still waits for:
 * the venue's first and, once that has been reached, the machine's. The engine looks when either instant comes and never
 * in between; without this, a venue clock that runs ahead would have it look without pause.
 */
final class Agenda {
    /**
     * When to look next; either clock reaching its instant is enough.
     *
     * @param venueMs venue time, or {@link Long#MAX_VALUE}
     * @param machineMs machine time, or {@link Long#MAX_VALUE}
     */
    record Next(long venueMs, long machineMs) {
        static final Next NEVER = new Next(Long.MAX_VALUE, Long.MAX_VALUE);
        static final Next AT_ONCE = new Next(Long.MIN_VALUE, Long.MIN_VALUE);

        boolean isDue(long venueTimeMs, long machineTimeMs) {
            return venueTimeMs >= venueMs || machineTimeMs >= machineMs;
        }
    }

    private final long nowMs;
    private long venueMs = Long.MAX_VALUE;
    private long machineMs = Long.MAX_VALUE;

    Agenda(Turn turn) {
        nowMs = turn.nowMs();
    }

    /** Something is due at a venue time. */
    void at(long dueMs) {
        venueMs = Math.min(venueMs, dueMs);
    }

    /** Something is due when a deadline passes; one that waits for a clock that was put back is looked at all the same. */
    void at(Deadline deadline) {
        if (deadline.isSet()) {
            if (deadline.venueMs() > nowMs) {
                venueMs = Math.min(venueMs, deadline.venueMs());
            } else {
                machineMs = Math.min(machineMs, deadline.machineMs());
                venueMs = Math.min(venueMs, nowMs + Deadline.LONGEST_MACHINE_MS);
            }
        }
    }

    Next next() {
        return new Next(venueMs, machineMs);
    }
}
