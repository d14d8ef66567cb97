package dev.sparkstacker.app.runtime;

import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.RequestReport;
import dev.sparkstacker.telemetry.watch.Watchers;

/**
 * Hands what the public price feed of a paper run tells of itself to telemetry. Its connections bear {@code prices:} before
 * their names; its clock and budgets are not those that the run trades by and are left out.
 */
final class PriceFeedBridge implements ConnectorListener {
    private static final String PREFIX = "prices:";

    private final ConnectorBridge bridge = new ConnectorBridge();

    void connect(Watchers target) {
        bridge.connect(target);
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
    public void connected(String connection, int opened) {
        bridge.connected(PREFIX + connection, opened);
    }

    @Override
    public void disconnected(String connection, String detail, long retryInMs) {
        bridge.disconnected(PREFIX + connection, detail, retryInMs);
    }
}
