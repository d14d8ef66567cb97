package dev.sparkstacker.hyperliquid.clock;

import dev.sparkstacker.domain.port.Clocks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Venue time, estimated from what the venue says; its clock may run up to 100 times as fast as the machine's.
 *
 * <pre>
 *  venue ms                               . real (slope = rate, unknown)
 *     |                              .  ·
 *     |                         .  · ◄── estimate: newest evidence + rate × time since, then 1 × after the horizon
 *     |                    . x           x = a frame: its time was true before it arrived, so it can only push up
 *     |               . ·
 *     |          [o]                     o = a probe (request and answer): bounded from both sides
 *     +-------------------------------- machine ns
 * </pre>
 *
 * <p>The rate is the lower bound that two probes prove, {@code (v2 - v1) / (received2 - sent1)}, so the estimate trails
 * the venue by the latency of the evidence and does not run ahead while the venue's rate holds. When a probe shows
 * that it does run ahead (the venue slowed down), it stands still until the venue has caught up. It never goes back.
 *
 * <p>Thread-safe.
 */
public final class VenueTime implements Clocks {
    /** The fastest venue clock that is followed. */
    public static final double MAX_RATE = 100;

    private static final long HORIZON_NANOS = 3_000_000_000L;
    private static final long BASELINE_NANOS = 60_000_000_000L;
    private static final long SLACK_MS = 5_000;
    private static final long TOLERANCE_MS = 20;
    private static final double NANOS_PER_MS = 1_000_000;

    private final MachineClock machine;
    private final AtomicLong floor = new AtomicLong(Long.MIN_VALUE);
    private final Deque<Probe> probes = new ArrayDeque<>();
    private volatile @Nullable State state;

    /** Evidence from one request: the venue's clock showed {@code venueMs} at some instant between the two. */
    private record Probe(long venueMs, long sentNanos, long receivedNanos) {}

    private record State(double anchorMs, long anchorNanos, double rate) {
        double at(long nanos) {
            long elapsed = Math.max(0, nanos - anchorNanos);
            long followed = Math.min(elapsed, HORIZON_NANOS);
            double cautious = (elapsed - followed) / NANOS_PER_MS * Math.min(rate, 1);
            return anchorMs + followed / NANOS_PER_MS * rate + cautious;
        }
    }

    public VenueTime(MachineClock machine) {
        this.machine = machine;
    }

    /** Whether the venue has told its time yet. */
    public boolean isKnown() {
        return state != null;
    }

    /** @throws IllegalStateException before the venue has told its time */
    @Override
    public long venueTimeMs() {
        State now = state;
        if (now == null) {
            throw new IllegalStateException("Venue time is unknown until the venue was asked: connect first");
        }
        return floor.accumulateAndGet((long) now.at(machine.nanos()), Math::max);
    }

    @Override
    public long machineTimeMs() {
        return machine.epochMs();
    }

    /** How far the venue's clock is ahead of the machine's, in milliseconds; negative where it is behind. */
    public long skewMs() {
        return venueTimeMs() - machine.epochMs();
    }

    /** Venue milliseconds a machine millisecond, as far as proved: 1 until two probes are in. */
    public double rate() {
        State now = state;
        return now == null ? 1 : now.rate;
    }

    /**
     * Takes the time of a frame that has just arrived.
     *
     * @return false if it is further ahead than any followed clock could have run; it is then ignored
     */
    public synchronized boolean observeFrame(long venueMs) {
        State now = state;
        if (now == null) {
            return true;
        }
        long nanos = machine.nanos();
        double estimate = now.at(nanos);
        double furthest = now.anchorMs + (nanos - now.anchorNanos) / NANOS_PER_MS * MAX_RATE + SLACK_MS;
        if (venueMs > furthest) {
            return false;
        }
        if (venueMs > estimate) {
            state = new State(venueMs, nanos, now.rate);
        }
        return true;
    }

    /**
     * Takes the time in an answer to a request.
     *
     * @param venueMs the venue's clock while it answered
     * @param sentNanos machine nanoseconds just before the request left
     * @param receivedNanos machine nanoseconds just after the answer arrived
     */
    public synchronized void observeProbe(long venueMs, long sentNanos, long receivedNanos) {
        State before = state;
        Probe probe = new Probe(venueMs, sentNanos, receivedNanos);
        if (before == null) {
            probes.add(probe);
            state = new State(venueMs, receivedNanos, 1);
            return;
        }
        double estimate = before.at(receivedNanos);
        double roundTripMs = (receivedNanos - sentNanos) / NANOS_PER_MS;
        double latest = venueMs + (2 * roundTripMs + TOLERANCE_MS) * Math.max(1, before.rate);
        if (estimate > latest) {
            probes.clear();
        }
        double rate = provedRate(probe, before.rate);
        probes.add(probe);
        double anchor = estimate > latest ? (double) venueMs : Math.max(estimate, (double) venueMs);
        state = new State(anchor, receivedNanos, rate);
    }

    private double provedRate(Probe newest, double current) {
        while (probes.size() > 1 && newest.receivedNanos - probes.getFirst().sentNanos > BASELINE_NANOS) {
            probes.removeFirst();
        }
        if (probes.isEmpty()) {
            return Math.min(current, 1);
        }
        Probe oldest = probes.getFirst();
        double elapsedMs = (newest.receivedNanos - oldest.sentNanos) / NANOS_PER_MS;
        return elapsedMs <= 0
                ? current
                : Math.clamp((double) (newest.venueMs - oldest.venueMs) / elapsedMs, 0.0, MAX_RATE);
    }
}
