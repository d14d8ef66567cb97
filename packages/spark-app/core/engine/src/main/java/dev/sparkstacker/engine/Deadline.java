package dev.sparkstacker.engine;

/**
 * A limit of patience on both clocks: it has passed only when both have. The venue's clock is the one that counts; the
 * machine's keeps a venue clock that runs faster than the wall's from calling a working connection late. No patience on the
 * machine's clock is longer than a minute: a deadline further ahead than that was set before that clock was put back, and no
 * longer waits for it.
 *
 * @param venueMs venue time
 * @param machineMs machine time
 */
record Deadline(long venueMs, long machineMs) {
    static final Deadline NEVER = new Deadline(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Longest patience on the machine's clock. */
    static final long LONGEST_MACHINE_MS = 60_000;

    static Deadline after(Turn turn, long venueMs, long machineMs) {
        return new Deadline(turn.nowMs() + venueMs, turn.machineNowMs() + machineMs);
    }

    boolean hasPassed(Turn turn) {
        long leftMs = machineMs - turn.machineNowMs();
        return turn.nowMs() >= venueMs && (leftMs <= 0 || leftMs > LONGEST_MACHINE_MS);
    }

    boolean isSet() {
        return venueMs != Long.MAX_VALUE;
    }
}
