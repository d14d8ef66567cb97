package dev.sparkstacker.telemetry.log;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which lines of frequent events are written and counts the others. Of an event with {@code sample_every} n
 * the first line is written and then every n-th; for a minute after an error all are, because then people want to see
 * what happened around it. Libraries may write 100 lines a minute and logger.
 */
final class Sampler {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int LIBRARY_LINES_A_MINUTE = 100;

    private final Map<LogEvent, Long> seen = new EnumMap<>(LogEvent.class);
    private final Map<String, Integer> libraryLines = new LinkedHashMap<>();
    private final Map<String, Long> suppressed = new TreeMap<>();
    private long libraryMinute = Long.MIN_VALUE;
    private long verboseUntilNanos = Long.MIN_VALUE;

    /** Whether a line of the event is written now. */
    synchronized boolean admits(LogEvent event, long nowNanos) {
        if (event.sampleEvery() == 1) {
            return true;
        }
        boolean verbose = verboseUntilNanos != Long.MIN_VALUE && nowNanos - verboseUntilNanos < 0;
        boolean turn = (seen.merge(event, 1L, Long::sum) - 1) % event.sampleEvery() == 0;
        if (!verbose && !turn) {
            suppressed.merge(event.eventName(), 1L, Long::sum);
        }
        return verbose || turn;
    }

    /** Whether a library's line is written now. */
    synchronized boolean admitsLibrary(String logger, long nowNanos) {
        long minute = Math.floorDiv(nowNanos, MINUTE_NANOS);
        if (minute != libraryMinute) {
            libraryMinute = minute;
            libraryLines.clear();
        }
        boolean admitted = libraryLines.merge(logger, 1, Integer::sum) <= LIBRARY_LINES_A_MINUTE;
        if (!admitted) {
            suppressed.merge(LogEvent.LIBRARY_LOG.eventName(), 1L, Long::sum);
        }
        return admitted;
    }

    /** Notes that an error was written. */
    synchronized void errorSeen(long nowNanos) {
        verboseUntilNanos = nowNanos + MINUTE_NANOS;
    }

    /** Lines left out since the last call, by event. */
    synchronized Map<String, Long> takeSuppressed() {
        Map<String, Long> taken = new TreeMap<>(suppressed);
        suppressed.clear();
        return taken;
    }
}
