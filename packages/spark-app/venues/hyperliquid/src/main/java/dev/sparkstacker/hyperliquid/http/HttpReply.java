package dev.sparkstacker.hyperliquid.http;

/** How one HTTP attempt ended, before anybody reads the body. */
sealed interface HttpReply {
    /** Machine nanoseconds just before it left. */
    long sentNanos();

    /** Machine nanoseconds when it ended. */
    long endedNanos();

    /** The server answered. */
    record Answered(int status, String body, long sentNanos, long endedNanos) implements HttpReply {}

    /** No connection came about: the server has seen nothing. */
    record NotSent(String detail, long sentNanos, long endedNanos) implements HttpReply {}

    /** No answer in time. The server may have acted. */
    record TimedOut(String detail, long sentNanos, long endedNanos) implements HttpReply {}

    /** The connection broke. The server may have acted. */
    record Lost(String detail, long sentNanos, long endedNanos) implements HttpReply {}
}
