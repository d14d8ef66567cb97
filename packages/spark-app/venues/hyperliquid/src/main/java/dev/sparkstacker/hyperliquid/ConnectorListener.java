package dev.sparkstacker.hyperliquid;

/**
 * What the connector tells of its own work, for meters and logs; it never logs itself. Called on I/O threads: an
 * implementation returns at once and throws nothing.
 */
public interface ConnectorListener {
    /** Hears nothing. */
    ConnectorListener NONE = new ConnectorListener() {};

    /** One HTTP attempt begins. {@code attempt} is 1 for the first sending of a body. */
    default void requestStarted(String endpoint, int weight, int attempt) {}

    /** One HTTP attempt ended. */
    default void requestFinished(RequestReport report) {}

    /** A frame arrived. {@code channel} is the venue's name, {@code unreadable} where it could not be read. */
    default void frameReceived(String connection, String channel, int characters) {}

    /** A readable frame was not used. */
    default void frameDropped(String connection, String channel, DropReason reason) {}

    /** A frame could not be read; {@code reason} is one of a small set. */
    default void frameMalformed(String connection, String reason, String detail) {}

    /** The venue complained over a websocket. */
    default void venueComplained(String connection, String text) {}

    /** A connection begins to be opened. */
    default void connecting(String connection) {}

    /** A connection is up and all its subscriptions are acknowledged. {@code opened} counts its openings. */
    default void connected(String connection, int opened) {}

    /** A connection went down, or could not be opened; the next attempt follows after a delay. */
    default void disconnected(String connection, String detail, long retryInMs) {}

    /** The request budget changed. Weights of the last minute of venue time. */
    default void budgetChanged(int usedWeight, int limitWeight, int waiting) {}

    /** The action budget of an account's address was read. */
    default void addressBudgetRead(String account, long used, long limit) {}

    /** Until when the agent that signs for an account may, in venue ms; told now and then, for named agents only. */
    default void agentRead(String account, String agent, long validUntilMs, long leftMs) {}

    /** The venue's clock was probed. {@code skewMs} is venue time less machine time; {@code rate} its speed. */
    default void clockProbed(long skewMs, double rate, long roundTripMicros) {}

    /** An act that no answer event stands for ended, such as the cancel of an order without a client id. */
    default void actFinished(String account, String action, boolean accepted, String detail) {}

    /** Why a readable frame was not used. */
    enum DropReason {
        /** Its time lies before that of a frame already used; or it is a print that was told already. */
        OUT_OF_ORDER,
        /** Its time lies further ahead than the venue's clock can be. */
        FROM_THE_FUTURE,
        /** It is of a market or interval nobody asked for. */
        NOT_SUBSCRIBED,
        /** Best bid at or above best ask. */
        CROSSED,
        /** A price, size or time that no such frame can have. */
        IMPOSSIBLE_VALUE
    }
}
