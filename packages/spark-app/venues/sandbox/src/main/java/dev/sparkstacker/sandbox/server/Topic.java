package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.wire.ws.Subscription;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One normalised subscription and the connections that hold it. */
final class Topic {
    private final String key;
    private final Subscription subscription;
    private final String user;
    private final Set<WsConnection> connections = new LinkedHashSet<>();
    private long lastSentMs = Long.MIN_VALUE / 2;
    private boolean dirty;
    private @Nullable String lastText;

    Topic(String key, Subscription subscription) {
        this.key = key;
        this.subscription = subscription;
        this.user = TopicWriter.user(subscription).orElse("");
    }

    String key() {
        return key;
    }

    Subscription subscription() {
        return subscription;
    }

    Set<WsConnection> connections() {
        return connections;
    }

    /** The user it is about; empty where it is about none. */
    String user() {
        return user;
    }

    void mark() {
        dirty = true;
    }

    boolean isDirty() {
        return dirty;
    }

    /** Whether it was sent at least so many venue milliseconds ago. */
    boolean isDue(long nowMs, long everyMs) {
        return nowMs - lastSentMs >= everyMs;
    }

    /** Sends to everybody, unless it would repeat the last message and repeats are not wanted. */
    void send(String text, long nowMs, boolean repeat) {
        dirty = false;
        lastSentMs = nowMs;
        if (repeat || !text.equals(lastText)) {
            lastText = repeat ? null : text;
            connections.forEach(connection -> connection.send(text));
        }
    }
}
