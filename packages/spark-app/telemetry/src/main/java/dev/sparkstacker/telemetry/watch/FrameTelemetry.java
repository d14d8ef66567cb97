package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.BoundedLabel;
import dev.sparkstacker.telemetry.metrics.VenueMeters;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells of frames from the venue's websockets. Any thread may call it; nothing here throws or waits for more than a
 * write to the operating system's cache.
 */
public final class FrameTelemetry {
    private static final String COMPONENT = "connector";

    private final Outlet out;
    private final VenueMeters meters;
    private final InstantSource clock;
    private final BoundedLabel channels = new BoundedLabel(64);
    private final BoundedLabel reasons = new BoundedLabel(32);
    private volatile @Nullable Long lastFrameMs;

    /** Makes it. */
    FrameTelemetry(Outlet out, InstantSource clock) {
        this.out = out;
        this.meters = out.meters().venue;
        this.clock = clock;
    }

    /** A frame arrived on a connection. {@code stream} is the venue's channel name. */
    public void received(String connection, String stream, int characters) {
        String channel = channels.of(stream);
        long nowMs = clock.millis();
        lastFrameMs = nowMs;
        meters.frames.labelValues(out.venue(), channel).inc();
        meters.frameBytes.labelValues(out.venue(), channel).inc(characters);
        meters.lastFrame.labelValues(out.venue(), channel).set(nowMs / 1000.0);
        if (out.log().writes(LogEvent.WEBSOCKET_MESSAGE_RECEIVED)) {
            out.log()
                    .event(
                            LogEvent.WEBSOCKET_MESSAGE_RECEIVED,
                            LogContext.of(COMPONENT),
                            stream,
                            field("connection", connection),
                            field("messageType", stream),
                            field("messageSize", characters));
        }
    }

    /** A readable frame was not used. */
    public void dropped(String connection, String channel, String reason) {
        meters.dropped.labelValues(out.venue(), reasons.of(reason)).inc();
        out.log()
                .event(
                        LogEvent.FRAME_DROPPED,
                        LogContext.of(COMPONENT),
                        channel + " dropped: " + reason,
                        field("connection", connection),
                        field("channel", channel),
                        field("reason", reason));
    }

    /** A frame could not be read; {@code reason} is one of a small set. */
    public void malformed(String connection, String reason, String detail) {
        meters.malformed.labelValues(out.venue(), reasons.of(reason)).inc();
        out.log()
                .event(
                        LogEvent.FRAME_MALFORMED,
                        LogContext.of(COMPONENT),
                        "Frame dropped: " + reason,
                        field("connection", connection),
                        field("reason", reason),
                        field("detail", detail));
    }

    /** The venue complained over a websocket. */
    public void venueComplained(String connection, String text) {
        meters.complaints.labelValues(out.venue()).inc();
        out.log()
                .event(
                        LogEvent.WEBSOCKET_COMPLAINT,
                        LogContext.of(COMPONENT),
                        "The venue says: " + text,
                        field("connection", connection),
                        field("text", text));
    }

    /** When the last frame came, in machine milliseconds, or null before the first. */
    public @Nullable Long lastFrameMs() {
        return lastFrameMs;
    }
}
