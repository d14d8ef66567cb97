package dev.sparkstacker.hyperliquid.socket;

import dev.sparkstacker.hyperliquid.clock.MachineClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How many websockets may be opened in a minute of machine time, over all connections of the process. The venue allows 30
 * for one network address; other programs share it. Thread-safe.
 */
public final class ConnectionLimit {
    /** What one process takes of the venue's 30. */
    public static final int DEFAULT_PER_MINUTE = 20;

    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final int perMinute;
    private final MachineClock machine;
    private final Deque<Long> openings = new ArrayDeque<>();

    public ConnectionLimit(int perMinute, MachineClock machine) {
        this.perMinute = perMinute;
        this.machine = machine;
    }

    /** Takes an opening now if one is free; otherwise how long to wait, in milliseconds, and 0 if it was taken. */
    synchronized long tryTake() {
        long now = machine.nanos();
        while (!openings.isEmpty() && now - openings.getFirst() >= WINDOW_NANOS) {
            openings.removeFirst();
        }
        if (openings.size() < perMinute) {
            openings.add(now);
            return 0;
        }
        return TimeUnit.NANOSECONDS.toMillis(WINDOW_NANOS - (now - openings.getFirst())) + 1;
    }
}
