package dev.sparkstacker.sandbox.fault;

/** Where a fault strikes. */
public enum Edge {
    /** POST /info. */
    INFO,
    /** POST /exchange. */
    EXCHANGE,
    /** A frame from the venue to a websocket client. */
    WS_SEND,
    /** A frame from a websocket client to the venue. */
    WS_RECEIVE
}
