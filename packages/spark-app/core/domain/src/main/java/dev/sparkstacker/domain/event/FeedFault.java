package dev.sparkstacker.domain.event;

/** What is wrong with a feed. */
public enum FeedFault {
    DISCONNECTED,
    STALE,
    CROSSED,
    GAP,
    OFF_MARKET,
    /** The venue as a whole is in maintenance, or says that it is in a special state. */
    MAINTENANCE
}
