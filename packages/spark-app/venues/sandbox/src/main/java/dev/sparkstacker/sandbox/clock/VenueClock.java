package dev.sparkstacker.sandbox.clock;

/**
 * The venue's time: {@code anchor + (machine − machine anchor) × speed}, never going back.
 *
 * <p>Up to {@value #FASTEST_FREE_RUNNING} times real time it runs freely. Above that it is stepped: it goes on only as
 * far as {@link #idleUpTo} has been told that everybody is done.
 */
public final class VenueClock {
    /** The highest speed at which the clock runs freely. */
    public static final int FASTEST_FREE_RUNNING = 100;

    private final MachineClock machine;
    private final long speedPermille;
    private final boolean stepped;
    private long venueAnchorMs;
    private long machineAnchorMs;
    private long allowedUpToMs;
    private long lastMs;

    /**
     * A clock that stands at the given venue time now.
     *
     * @param speedPermille speed in thousandths of real time, 1 or more: 1000 is real time
     * @throws IllegalArgumentException if the speed is not positive
     */
    public VenueClock(MachineClock machine, long venueTimeMs, long speedPermille) {
        if (speedPermille < 1) {
            throw new IllegalArgumentException("The speed must be positive: " + speedPermille + "/1000");
        }
        this.machine = machine;
        this.speedPermille = speedPermille;
        this.stepped = speedPermille > FASTEST_FREE_RUNNING * 1_000L;
        this.venueAnchorMs = venueTimeMs;
        this.machineAnchorMs = machine.millis();
        this.allowedUpToMs = venueTimeMs;
        this.lastMs = venueTimeMs;
    }

    /** Venue time in milliseconds. */
    public synchronized long nowMs() {
        long elapsed = Math.max(0, machine.millis() - machineAnchorMs);
        long free = venueAnchorMs + Math.multiplyExact(elapsed, speedPermille) / 1_000;
        lastMs = Math.max(lastMs, stepped ? Math.min(free, allowedUpToMs) : free);
        return lastMs;
    }

    /** Machine time in milliseconds. */
    public long machineMs() {
        return machine.millis();
    }

    /** Lets a stepped clock go on to the given venue time; a freely running one takes no notice. */
    public synchronized void idleUpTo(long venueTimeMs) {
        allowedUpToMs = Math.max(allowedUpToMs, venueTimeMs);
    }

    /** Whether it waits to be stepped. */
    public boolean isStepped() {
        return stepped;
    }

    /** Moves the clock on to a later venue time, from where it runs on. An earlier time changes nothing. */
    public synchronized void jumpTo(long venueTimeMs) {
        long now = nowMs();
        if (venueTimeMs > now) {
            venueAnchorMs = venueTimeMs;
            machineAnchorMs = machine.millis();
            allowedUpToMs = Math.max(allowedUpToMs, venueTimeMs);
            lastMs = venueTimeMs;
        }
    }

    /** Machine milliseconds from now until the given venue time, at least 0. */
    public synchronized long machineMsUntil(long venueTimeMs) {
        long ahead = venueTimeMs - nowMs();
        return ahead <= 0 ? 0 : Math.max(1, ahead * 1_000 / speedPermille);
    }
}
