package dev.sparkstacker.domain.config;

/** What to do with a position at the venue that the product did not open. */
public enum UnknownPositionPolicy {
    /** Treat it as the product's own, without a strategy. */
    ADOPT,
    /** Close it reduce-only. */
    CLOSE,
    /** Stop entering and raise an incident. */
    HALT
}
