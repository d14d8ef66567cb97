package dev.sparkstacker.telemetry.log;

/** How much a line matters, from least to most. */
public enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARNING,
    /** An operation failed; the product goes on. */
    ERROR,
    /** A person is needed now. */
    CRITICAL;

    /** Whether this level is the other or above it. */
    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
