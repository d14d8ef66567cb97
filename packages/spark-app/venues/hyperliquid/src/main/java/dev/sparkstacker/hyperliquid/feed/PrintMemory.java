package dev.sparkstacker.hyperliquid.feed;

import java.util.HashSet;
import java.util.Set;

/**
 * How far one market's prints were told, over all connections. A subscription begins with about thirty past prints: on
 * the first connection they are older than the feed, on each later one they repeat what was told before the drop.
 */
final class PrintMemory {
    private long newestMs;
    private final Set<Long> idsAtNewest = new HashSet<>();

    /** @param sinceMs venue time from which on prints are wanted */
    PrintMemory(long sinceMs) {
        this.newestMs = sinceMs;
    }

    /**
     * Takes a print, unless it is older than the newest or is known.
     *
     * @param timeMs the venue's block time, shared by many prints
     * @param tid the venue's trade id, unique within a market and time
     */
    boolean isNew(long timeMs, long tid) {
        if (timeMs < newestMs) {
            return false;
        }
        if (timeMs > newestMs) {
            newestMs = timeMs;
            idsAtNewest.clear();
        }
        return idsAtNewest.add(tid);
    }
}
