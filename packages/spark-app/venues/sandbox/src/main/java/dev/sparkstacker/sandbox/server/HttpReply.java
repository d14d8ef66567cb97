package dev.sparkstacker.sandbox.server;

import java.nio.charset.StandardCharsets;

/** What a client's HTTP request meets with. Whoever carries it, a socket or a simulated network, does what it says. */
public sealed interface HttpReply {
    /**
     * An answer.
     *
     * @param bytesPerSecond how fast its body drips, 0 for at once
     */
    record Answer(int status, String contentType, String body, int bytesPerSecond) implements HttpReply {
        /** The body as it travels. */
        public byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * An answer whose connection is reset before its body ends.
     *
     * @param whole the answer as announced
     * @param sentBytes how much of its body is sent
     */
    record Broken(Answer whole, int sentBytes) implements HttpReply {}

    /**
     * The connection ends without an answer.
     *
     * @param reset whether by a reset instead of an orderly end
     */
    record Cut(boolean reset) implements HttpReply {}

    /** Nothing comes, and the connection stays open. */
    record Silence() implements HttpReply {}
}
