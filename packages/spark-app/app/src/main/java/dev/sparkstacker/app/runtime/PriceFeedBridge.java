package dev.sparkstacker.app.runtime;

import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.RequestReport;
import dev.sparkstacker.telemetry.watch.Watchers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands what the public price feed of a paper run tells of itself to telemetry. Its connections bear {@code prices:} before
 * their names; its clock and budgets are not those that the run trades by and are left out.
 */
final class PriceFeedBridge implements ConnectorListener {
    private static final String PREFIX = "prices:";

    private final ConnectorBridge bridge = new ConnectorBridge();
    private final Set<String> up = ConcurrentHashMap.newKeySet();

    /** It was connected before telemetry started: what is up by now is told again. */
    void connect(Watchers target) {
        bridge.connect(target);
        up.forEach(connection -> bridge.connected(connection, 1));
    }

    @Override
    public void requestStarted(String endpoint, int weight, int attempt) {
        bridge.requestStarted(endpoint, weight, attempt);
    }

    @Override
    public void requestFinished(RequestReport report) {
        bridge.requestFinished(report);
    }

    @Override
    public void frameReceived(String connection, String channel, int characters) {
        bridge.frameReceived(PREFIX + connection, channel, characters);
    }

    @Override
    public void frameDropped(String connection, String channel, DropReason reason) {
        bridge.frameDropped(PREFIX + connection, channel, reason);
    }

    @Override
    public void frameMalformed(String connection, String reason, String detail) {
        bridge.frameMalformed(PREFIX + connection, reason, detail);
    }

    @Override
    public void venueComplained(String connection, String text) {
        bridge.venueComplained(PREFIX + connection, text);
    }

    @Override
    public void connecting(String connection) {
        bridge.connecting(PREFIX + connection);
    }

    @Override
    public void connected(String connection, int opened) {
        up.add(PREFIX + connection);
        bridge.connected(PREFIX + connection, opened);
    }

    @Override
    public void disconnected(String connection, String detail, long retryInMs) {
        up.remove(PREFIX + connection);
        bridge.disconnected(PREFIX + connection, detail, retryInMs);
    }
}
