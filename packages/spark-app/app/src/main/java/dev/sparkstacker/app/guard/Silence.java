package dev.sparkstacker.app.guard;

/**
 * How long the engine has given no sign of life. Only time counts in which the observer itself ran: where the whole
 * process stood still (a collection, a suspended machine), the engine had no chance to move either.
 *
 * <p>Belongs to one thread.
 */
final class Silence {
    private final long mostNanos;
    private long sign;
    private long observedAtNanos;
    private long silentNanos;

    /** @param mostNanos the most that counts between two observations; more means that the observer did not run */
    Silence(long sign, long nowNanos, long mostNanos) {
        this.sign = sign;
        this.observedAtNanos = nowNanos;
        this.mostNanos = mostNanos;
    }

    /** Takes note of the engine's latest sign of life and returns how long there has been no new one. */
    long observe(long latest, long nowNanos) {
        long since = Math.min(nowNanos - observedAtNanos, mostNanos);
        observedAtNanos = nowNanos;
        silentNanos = latest == sign ? silentNanos + since : 0;
        sign = latest;
        return silentNanos;
    }
}
