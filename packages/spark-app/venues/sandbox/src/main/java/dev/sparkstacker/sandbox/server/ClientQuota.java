package dev.sparkstacker.sandbox.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one client address has used of its limits. Windows and counters are thread-safe; subscriptions and users belong
 * to the exchange's thread.
 */
final class ClientQuota {
    private final VenueLimits limits;
    private final RateWindow weight;
    private final RateWindow messages;
    private final RateWindow newConnections;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger inflightPosts = new AtomicInteger();
    private final Map<String, Integer> users = new LinkedHashMap<>();
    private int subscriptions;

    ClientQuota(VenueLimits limits) {
        this.limits = limits;
        this.weight = new RateWindow(limits.weightPerMinute());
        this.messages = new RateWindow(limits.messagesPerMinute());
        this.newConnections = new RateWindow(limits.connectionsPerMinute());
    }

    boolean takeWeight(int amount, long nowMs) {
        return weight.take(amount, nowMs);
    }

    /** Adds weight that is known only after the answer. */
    void addWeight(int amount, long nowMs) {
        weight.add(amount, nowMs);
    }

    boolean takeMessage(long nowMs) {
        return messages.take(1, nowMs);
    }

    /** Takes a connection; it must be given back with {@link #closed} if it was granted. */
    boolean connect(long nowMs) {
        if (connections.incrementAndGet() > limits.connections() || !newConnections.take(1, nowMs)) {
            connections.decrementAndGet();
            return false;
        }
        return true;
    }

    void closed() {
        connections.decrementAndGet();
    }

    /** Takes a post in flight; it must be given back with {@link #answered} if it was granted. */
    boolean post() {
        if (inflightPosts.incrementAndGet() > limits.inflightPosts()) {
            inflightPosts.decrementAndGet();
            return false;
        }
        return true;
    }

    void answered() {
        inflightPosts.decrementAndGet();
    }

    boolean isOneSubscriptionTooMany() {
        return subscriptions >= limits.subscriptions();
    }

    boolean isOneUserTooMany(String user) {
        return !users.containsKey(user) && users.size() >= limits.users();
    }

    void subscribed(Optional<String> user) {
        subscriptions++;
        user.ifPresent(name -> users.merge(name, 1, Integer::sum));
    }

    void unsubscribed(Optional<String> user) {
        subscriptions--;
        user.ifPresent(name -> users.computeIfPresent(name, (_, count) -> count == 1 ? null : count - 1));
    }
}
