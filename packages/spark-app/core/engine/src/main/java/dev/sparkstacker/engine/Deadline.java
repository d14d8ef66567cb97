package dev.sparkstacker.engine;

/**
 * A limit of patience on both clocks: it has passed only when both have. The venue's clock is the one that counts; the
 * machine's keeps a venue clock that runs faster than the wall's from calling a working connection late.
 *
 * @param venueMs venue time
 * @param machineMs machine time
 */
record Deadline(long venueMs, long machineMs) {
    static final Deadline NEVER = new Deadline(Long.MAX_VALUE, Long.MAX_VALUE);

    static Deadline after(Turn turn, long venueMs, long machineMs) {
        return new Deadline(turn.nowMs() + venueMs, turn.machineNowMs() + machineMs);
    }

    boolean hasPassed(Turn turn) {
        return turn.nowMs() >= venueMs && turn.machineNowMs() >= machineMs;
    }

    boolean isSet() {
        return venueMs != Long.MAX_VALUE;
    }
}
