package dev.sparkstacker.hyperliquid.fake;

import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.RequestReport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that keeps what it hears. */
public final class RecordedCounts implements ConnectorListener {
    private final List<String> dropped = new CopyOnWriteArrayList<>();
    private final List<String> malformed = new CopyOnWriteArrayList<>();
    private final List<String> disconnected = new CopyOnWriteArrayList<>();
    private final List<RequestReport> requests = new CopyOnWriteArrayList<>();

    @Override
    public void frameDropped(String connection, String channel, DropReason reason) {
        dropped.add(channel + " " + reason);
    }

    @Override
    public void frameMalformed(String connection, String reason, String detail) {
        malformed.add(reason);
    }

    @Override
    public void disconnected(String connection, String detail, long retryInMs) {
        disconnected.add(connection + " " + detail);
    }

    @Override
    public void requestFinished(RequestReport report) {
        requests.add(report);
    }

    public List<String> dropped() {
        return dropped;
    }

    public List<String> malformed() {
        return malformed;
    }

    public List<String> disconnected() {
        return disconnected;
    }

    public List<RequestReport> requests() {
        return requests;
    }
}
