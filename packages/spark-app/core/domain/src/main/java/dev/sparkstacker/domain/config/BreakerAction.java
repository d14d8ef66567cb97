package dev.sparkstacker.domain.config;

/** What follows when a breaker trips. */
public enum BreakerAction {
    /** Cancel everything but the protection of open positions; enter nothing. */
    HALT,
    /** Close everything reduce-only first, then halt. */
    FLATTEN
}
