package dev.sparkstacker.hyperliquid.socket;

import java.time.Duration;

/**
 * Machine-time limits of a websocket.
 *
 * @param connectTimeout longest wait for the handshake
 * @param pingEvery how often to ping; the venue closes a connection it has sent nothing to for 60 s
 * @param pongWithin how long a ping may stay unanswered before the socket counts as dead
 * @param acknowledgeWithin how long subscriptions may stay unacknowledged
 * @param stableAfter how long a connection must stay up for the backoff to start anew
 */
public record SocketTiming(
        Duration connectTimeout,
        Duration pingEvery,
        Duration pongWithin,
        Duration acknowledgeWithin,
        Duration stableAfter) {
    /** Ping each 20 s, pong within 10 s, acknowledged within 10 s, stable after 10 s. */
    public static SocketTiming usual(Duration connectTimeout) {
        return new SocketTiming(
                connectTimeout,
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10));
    }
}
