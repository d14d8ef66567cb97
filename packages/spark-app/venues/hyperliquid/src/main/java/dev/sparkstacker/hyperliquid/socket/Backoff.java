package dev.sparkstacker.hyperliquid.socket;

import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: exponential with jitter, so that many clients do not return at once. */
final class Backoff {
    private static final long FIRST_MS = 250;
    private static final long LONGEST_MS = 30_000;
    private static final int DOUBLINGS = 7;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The next delay in milliseconds: between half and all of 250, 500, 1000 … 30,000. */
    long nextMs() {
        long ceiling = Math.min(LONGEST_MS, FIRST_MS << Math.min(failures, DOUBLINGS));
        failures++;
        return ceiling / 2 + random.nextLong(ceiling / 2 + 1);
    }

    /** The connection proved itself: start from the shortest delay again. */
    void reset() {
        failures = 0;
    }
}
