package dev.sparkstacker.app.webhook;

import java.util.function.LongSupplier;

/** So many a minute and no more, refilled evenly; unused ones add up to a minute's worth. */
final class RateLimit {
    private static final double NANOS_PER_MINUTE = 60e9;

    private final int perMinute;
    private final LongSupplier nanoTime;
    private double left;
    private long atNanos;

    RateLimit(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
        this.left = perMinute;
        this.atNanos = nanoTime.getAsLong();
    }

    /** Takes one if there is one left. */
    synchronized boolean take() {
        refill();
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** Whether none is left. */
    synchronized boolean isExhausted() {
        refill();
        return left < 1;
    }

    private void refill() {
        long now = nanoTime.getAsLong();
        left = Math.min(perMinute, left + (now - atNanos) / NANOS_PER_MINUTE * perMinute);
        atNanos = now;
    }
}
