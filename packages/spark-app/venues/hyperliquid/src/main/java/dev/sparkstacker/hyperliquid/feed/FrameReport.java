package dev.sparkstacker.hyperliquid.feed;

import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.ConnectorListener.DropReason;
import dev.sparkstacker.hyperliquid.mapping.Impossible;

/** Tells the engine and the listener what became of a connection's frames. */
final class FrameReport {
    private static final int LONGEST_DETAIL = 300;

    private final String connection;
    private final EventSink sink;
    private final ConnectorListener listener;

    FrameReport(String connection, EventSink sink, ConnectorListener listener) {
        this.connection = connection;
        this.sink = sink;
        this.listener = listener;
    }

    void received(String channel, int characters) {
        listener.frameReceived(connection, channel, characters);
    }

    void dropped(String channel, DropReason reason) {
        listener.frameDropped(connection, channel, reason);
    }

    void complained(String text) {
        listener.venueComplained(connection, text);
    }

    void malformed(String reason, String detail) {
        String shown = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
        listener.frameMalformed(connection, reason, shown);
        sink.publish(new SystemEvent.FrameMalformed(connection, reason, shown));
    }

    void malformed(Impossible impossible) {
        malformed("IMPOSSIBLE_VALUE", String.valueOf(impossible.getMessage()));
    }

    void up() {
        sink.publish(new SystemEvent.Connected(connection));
    }

    void down(String detail) {
        sink.publish(new SystemEvent.Disconnected(connection, detail));
    }
}
