package dev.sparkstacker.app.tools.data;

import java.nio.file.Path;

/** Holds the times of rows against each other: order, and holes in a stream of prints or quotes. */
final class Clockwork {
    private static final long HOLE_MS = 60_000;

    private final Path file;
    private final Findings findings;
    private long lastMs = Long.MIN_VALUE;
    private long lastLine;

    Clockwork(Path file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    Path file() {
        return file;
    }

    Findings findings() {
        return findings;
    }

    /** The time of the row before; {@link Long#MIN_VALUE} where there is none. */
    long lastMs() {
        return lastMs;
    }

    /** Takes the time of a bar. @throws IllegalArgumentException if it is not after the one before */
    void after(long timeMs, long line) {
        if (timeMs == lastMs) {
            throw new IllegalArgumentException(
                    "the same time as line " + lastLine + ": " + timeMs + ". Remove one of the two");
        }
        notBefore(timeMs, line);
    }

    /** Takes the time of a tick, of which many may share one. */
    void tick(long timeMs, long line) {
        long before = lastMs;
        notBefore(timeMs, line);
        if (before != Long.MIN_VALUE && timeMs - before >= HOLE_MS) {
            findings.gap(before, timeMs, 0);
        }
    }

    private void notBefore(long timeMs, long line) {
        if (timeMs < lastMs) {
            throw new IllegalArgumentException("out of order: its time " + timeMs + " lies before " + lastMs
                    + " of line " + lastLine + ". Sort the file by time");
        }
        lastMs = timeMs;
        lastLine = line;
    }
}
