package dev.sparkstacker.risk.breaker;

import java.util.List;

/**
 * Instants of the recent past, oldest first; no more are kept than anybody must count.
 *
 * @param timesMs venue times
 */
public record RecentTimes(List<Long> timesMs) {
    public static final RecentTimes NONE = new RecentTimes(List.of());

    /** The same with another instant; the oldest fall off beyond the number kept. */
    public RecentTimes with(long timeMs, int keep) {
        return new RecentTimes(TimeSlice.with(timesMs, timeMs, keep));
    }

    /** How many lie within the window that ends now: one exactly as old as the window is out. */
    public int within(long nowMs, long windowMs) {
        int count = 0;
        for (int i = timesMs.size() - 1; i >= 0 && nowMs - timesMs.get(i) < windowMs; i--) {
            count++;
        }
        return count;
    }
}
