package dev.sparkstacker.sandbox.server;

/**
 * The venue's limits per client address. Minutes are of venue time, so that a client at a faster clock has no less.
 *
 * @param weightPerMinute request weight of REST and websocket posts
 * @param connections open websocket connections
 * @param connectionsPerMinute new websocket connections
 * @param subscriptions subscriptions over all connections
 * @param users distinct users over all subscriptions
 * @param messagesPerMinute frames sent to the venue over all connections
 * @param inflightPosts unanswered posts over all connections
 * @param idleCloseMs machine milliseconds after which a connection to which nothing was sent is closed
 * @param queuedFrames frames a slow client may be behind before its connection is cut
 */
public record VenueLimits(
        int weightPerMinute,
        int connections,
        int connectionsPerMinute,
        int subscriptions,
        int users,
        int messagesPerMinute,
        int inflightPosts,
        long idleCloseMs,
        int queuedFrames) {
    /** The venue's own limits. */
    public static VenueLimits venue() {
        return new VenueLimits(1_200, 10, 30, 1_000, 10, 2_000, 100, 60_000, 8_192);
    }

    /** These limits with another request weight. */
    public VenueLimits withWeightPerMinute(int value) {
        return new VenueLimits(
                value,
                connections,
                connectionsPerMinute,
                subscriptions,
                users,
                messagesPerMinute,
                inflightPosts,
                idleCloseMs,
                queuedFrames);
    }

    /** These limits with another idle time. */
    public VenueLimits withIdleCloseMs(long value) {
        return new VenueLimits(
                weightPerMinute,
                connections,
                connectionsPerMinute,
                subscriptions,
                users,
                messagesPerMinute,
                inflightPosts,
                value,
                queuedFrames);
    }

    /** These limits with other websocket connections. */
    public VenueLimits withConnections(int open, int perMinute) {
        return new VenueLimits(
                weightPerMinute,
                open,
                perMinute,
                subscriptions,
                users,
                messagesPerMinute,
                inflightPosts,
                idleCloseMs,
                queuedFrames);
    }

    /** These limits with another length of the queue for a slow client. */
    public VenueLimits withQueuedFrames(int value) {
        return new VenueLimits(
                weightPerMinute,
                connections,
                connectionsPerMinute,
                subscriptions,
                users,
                messagesPerMinute,
                inflightPosts,
                idleCloseMs,
                value);
    }
}
