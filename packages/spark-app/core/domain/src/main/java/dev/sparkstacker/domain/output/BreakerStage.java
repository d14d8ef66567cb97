package dev.sparkstacker.domain.output;

/**
 * How far a circuit breaker is.
 *
 * <pre>
 *   NORMAL ◄──► WARNING ──► TRIPPED ──► NORMAL, by a person or after its cool-off
 *      └───────────────────────▲
 * </pre>
 */
public enum BreakerStage {
    NORMAL,
    /** Near its limit: entries are sized at half. */
    WARNING,
    /** No entries in its scope until it is reset. */
    TRIPPED
}
