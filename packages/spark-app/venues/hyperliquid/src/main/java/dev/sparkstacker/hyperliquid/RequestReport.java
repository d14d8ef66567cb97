package dev.sparkstacker.hyperliquid;

import java.time.Duration;

/**
 * One HTTP attempt.
 *
 * @param endpoint path and type, such as {@code info/meta} or {@code exchange/order}
 * @param outcome how it ended
 * @param duration machine time from leaving to the end
 * @param weight budget weight, with what the answer's rows cost
 * @param attempt 1 for the first sending of a body, more for its repetitions
 * @param detail what went wrong, empty where nothing did
 */
public record RequestReport(
        String endpoint, Outcome outcome, Duration duration, int weight, int attempt, String detail) {
    /** How an attempt ended. */
    public enum Outcome {
        /** A readable answer. */
        ANSWERED,
        /** Connecting failed: nothing was sent. */
        NOT_SENT,
        /** No answer within the read timeout. */
        TIMED_OUT,
        /** The connection broke before the answer was whole. */
        CONNECTION_LOST,
        /** HTTP 429. */
        THROTTLED,
        /** HTTP 5xx. */
        SERVER_FAILED,
        /** HTTP 4xx other than 429. */
        REFUSED,
        /** An answer that is not what the protocol says. */
        UNREADABLE
    }
}
