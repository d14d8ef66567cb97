package dev.sparkstacker.domain.event;

/** What is wrong with a feed. */
public enum FeedFault {
    DISCONNECTED,
    STALE,
    CROSSED,
    GAP,
    OFF_MARKET
}
