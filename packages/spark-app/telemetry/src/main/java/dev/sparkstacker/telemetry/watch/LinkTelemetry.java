package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.telemetry.health.HealthCheck.Result;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.BoundedLabel;
import dev.sparkstacker.telemetry.metrics.VenueMeters;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whether the connections to the venue are up.
 *
 * <pre>
 *  unknown ──connected──► up ──disconnected──► down, attempt 0 ──disconnected──► down, attempt 1, 2, …
 *                          ▲                                                            │
 *                          └──────────────────────connected (again)─────────────────────┘
 * </pre>
 *
 * <p>Any thread may call it; nothing here throws or waits for more than a write to the operating system's cache.
 */
public final class LinkTelemetry {
    private static final String COMPONENT = "connector";

    private final Outlet out;
    private final VenueMeters meters;
    private final InstantSource clock;
    private final BoundedLabel connectionNames = new BoundedLabel(16);
    private final Map<String, Link> links = new ConcurrentHashMap<>();

    /** A connection: up, or down since when and after how many attempts. */
    private record Link(boolean up, boolean everUp, long downSinceMs, int attempts) {}

    /** Makes it. */
    LinkTelemetry(Outlet out, InstantSource clock) {
        this.out = out;
        this.meters = out.meters().venue;
        this.clock = clock;
    }

    /** A connection begins to be opened. */
    public void connecting(String connection) {
        out.log()
                .event(
                        LogEvent.WEBSOCKET_CONNECTION_INITIATED,
                        LogContext.of(COMPONENT),
                        connection + " is being opened",
                        field("connection", connection));
    }

    /** A connection is up with all its subscriptions. */
    public void connected(String connection) {
        Link before = links.put(connection, new Link(true, true, 0, 0));
        meters.connected
                .labelValues(out.venue(), connectionNames.of(connection))
                .set(1);
        if (before == null || !before.everUp()) {
            out.log()
                    .event(
                            LogEvent.WEBSOCKET_CONNECTED,
                            LogContext.of(COMPONENT),
                            connection + " is connected",
                            field("connection", connection));
        } else if (!before.up()) {
            long downMs = clock.millis() - before.downSinceMs();
            meters.reconnects
                    .labelValues(out.venue(), connectionNames.of(connection))
                    .inc();
            out.log()
                    .event(
                            LogEvent.WEBSOCKET_RECONNECTION_SUCCESS,
                            LogContext.of(COMPONENT).took((double) downMs),
                            connection + " is connected again after " + downMs + " ms",
                            field("connection", connection),
                            field("attemptNumber", before.attempts() + 1),
                            field("totalDowntime", downMs));
        }
    }

    /** A connection went down, or an attempt to open it failed; the next follows after {@code retryInMs}. */
    public void disconnected(String connection, String detail, long retryInMs) {
        Link before = links.get(connection);
        meters.connected
                .labelValues(out.venue(), connectionNames.of(connection))
                .set(0);
        if (before != null && before.up()) {
            links.put(connection, new Link(false, true, clock.millis(), 0));
            out.log()
                    .event(
                            LogEvent.WEBSOCKET_DISCONNECTED,
                            LogContext.of(COMPONENT),
                            connection + " went down: " + detail,
                            field("connection", connection),
                            field("reason", detail),
                            field("retryIn", retryInMs));
            return;
        }
        int attempt = before == null ? 1 : before.attempts() + 1;
        boolean everUp = before != null && before.everUp();
        long since = before == null ? clock.millis() : before.downSinceMs();
        links.put(connection, new Link(false, everUp, since, attempt));
        meters.reconnectFailures
                .labelValues(out.venue(), connectionNames.of(connection))
                .inc();
        out.log()
                .event(
                        LogEvent.WEBSOCKET_RECONNECTION_FAILED,
                        LogContext.of(COMPONENT),
                        connection + " cannot be opened: " + detail,
                        field("connection", connection),
                        field("attemptNumber", attempt),
                        field("error", detail),
                        field("retryIn", retryInMs));
    }

    /** The venue's clock was probed. */
    public void clockProbed(long skewMs, double rate, long roundTripMicros) {
        meters.clockOffset.labelValues("venue").set(skewMs / 1000.0);
        meters.clockRate.labelValues("venue").set(rate);
        out.log()
                .event(
                        LogEvent.CLOCK_PROBED,
                        LogContext.of(COMPONENT).took(roundTripMicros / 1000.0),
                        "Venue clock is " + skewMs + " ms ahead",
                        field("skew", skewMs),
                        field("rate", rate),
                        field("roundTripMicros", roundTripMicros));
    }

    /** For health: whether every connection is up. */
    public Result health() {
        if (links.isEmpty()) {
            return Result.error("no connection was opened yet");
        }
        for (Map.Entry<String, Link> link : links.entrySet()) {
            if (!link.getValue().up()) {
                return Result.error(link.getKey() + " is down");
            }
        }
        return Result.ok();
    }

    /** Whether every known connection is up, and there is one. */
    public boolean allUp() {
        return !links.isEmpty() && links.values().stream().allMatch(Link::up);
    }
}
