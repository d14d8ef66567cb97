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
    private final boolean byHand;
    private final long venueAnchorMs;
    private final long machineAnchorMs;
    private long allowedUpToMs;
    private long lastMs;

    /**
     * A clock that stands at the given venue time now.
     *
     * @param speedPermille speed in thousandths of real time, 1 or more: 1000 is real time
     * @throws IllegalArgumentException if the speed is not positive
     */
    public VenueClock(MachineClock machine, long venueTimeMs, long speedPermille) {
        this(machine, venueTimeMs, speedPermille, false);
    }

    private VenueClock(MachineClock machine, long venueTimeMs, long speedPermille, boolean byHand) {
        if (speedPermille < 1) {
            throw new IllegalArgumentException("The speed must be positive: " + speedPermille + "/1000");
        }
        this.machine = machine;
        this.speedPermille = speedPermille;
        this.stepped = byHand || speedPermille > FASTEST_FREE_RUNNING * 1_000L;
        this.byHand = byHand;
        this.venueAnchorMs = venueTimeMs;
        this.machineAnchorMs = machine.millis();
        this.allowedUpToMs = venueTimeMs;
        this.lastMs = venueTimeMs;
    }

    /** A clock that only {@link #setTo} moves, however fast; the machine's is merely read. */
    public static VenueClock byHand(MachineClock machine, long venueTimeMs) {
        return new VenueClock(machine, venueTimeMs, 1_000, true);
    }

    /** Moves a clock that is moved by hand; an earlier time changes nothing. */
    public synchronized void setTo(long venueTimeMs) {
        if (!byHand) {
            throw new IllegalStateException("This clock follows the machine's and is not moved by hand");
        }
        lastMs = Math.max(lastMs, venueTimeMs);
    }

    /** Venue time in milliseconds. */
    public synchronized long nowMs() {
        if (byHand) {
            return lastMs;
        }
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

    /** Whether only {@link #setTo} moves it. */
    public boolean isByHand() {
        return byHand;
    }

    /** Machine milliseconds from now until the given venue time, at least 0. */
    public synchronized long machineMsUntil(long venueTimeMs) {
        long ahead = venueTimeMs - nowMs();
        return ahead <= 0 ? 0 : Math.max(1, ahead * 1_000 / speedPermille);
    }
}
