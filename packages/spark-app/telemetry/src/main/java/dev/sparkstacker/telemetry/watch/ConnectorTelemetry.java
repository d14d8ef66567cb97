package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.telemetry.health.ConnectionFigures;
import dev.sparkstacker.telemetry.health.HealthCheck.Result;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.BoundedLabel;
import dev.sparkstacker.telemetry.metrics.Labels;
import dev.sparkstacker.telemetry.metrics.VenueMeters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the connector does. The application calls it from the connector's listener; any thread may, and nothing
 * here throws or waits for more than a write to the operating system's cache.
 */
public final class ConnectorTelemetry {
    private static final String COMPONENT = "connector";
    private static final String ALL = "all";

    /** Below this share of the budget a warning is due, once until it recovers. */
    private static final double LOW_BUDGET = 0.2;

    private final Outlet out;
    private final VenueMeters meters;
    private final InstantSource clock;
    private final BoundedLabel endpoints = new BoundedLabel(64);
    private final BoundedLabel channels = new BoundedLabel(64);
    private final BoundedLabel connectionNames = new BoundedLabel(16);
    private final BoundedLabel reasons = new BoundedLabel(32);
    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private volatile @Nullable Long lastFrameMs;
    private volatile @Nullable Long lastCallMs;
    private volatile @Nullable String lastError;
    private volatile boolean lastCallFailed;
    private volatile boolean budgetLow;

    /** How a request ended; all but the first two leave open what became of it or say it never left. */
    public enum Outcome {
        /** A readable answer. */
        ANSWERED,
        /** HTTP 4xx other than 429. */
        REFUSED,
        NOT_SENT,
        TIMED_OUT,
        CONNECTION_LOST,
        /** HTTP 429. */
        THROTTLED,
        /** HTTP 5xx. */
        SERVER_FAILED,
        UNREADABLE
    }

    /** A connection: up, or down since when and after how many attempts. */
    private record Link(boolean up, boolean everUp, long downSinceMs, int attempts) {}

    /** Makes it. */
    ConnectorTelemetry(Outlet out, InstantSource clock) {
        this.out = out;
        this.meters = out.meters().venue;
        this.clock = clock;
    }

    /**
     * A request ended.
     *
     * @param endpoint path and type, such as {@code info/meta}
     * @param method {@code GET}, {@code POST}, or {@code WS} for a request over the websocket
     * @param outcome how it ended
     * @param duration machine time it took
     * @param weight budget weight it cost
     * @param attempt 1 for the first sending of a body
     * @param detail what went wrong, or empty
     */
    public void requestFinished(
            String endpoint,
            String method,
            Outcome outcome,
            Duration duration,
            int weight,
            int attempt,
            String detail) {
        String bounded = endpoints.of(endpoint);
        double seconds = duration.toNanos() / 1e9;
        long nowMs = clock.millis();
        meters.apiRequests.labelValues(out.venue(), bounded, method).inc();
        meters.apiLatency.labelValues(out.venue(), bounded).observe(seconds);
        meters.requests.labelValues(out.venue(), bounded, Labels.of(outcome)).inc();
        meters.requestWeight.labelValues(out.venue(), bounded).inc(weight);
        meters.lastRequest.labelValues(out.venue()).set(nowMs / 1000.0);
        lastCallMs = nowMs;
        lastCallFailed = outcome != Outcome.ANSWERED;
        LogContext context = LogContext.of(COMPONENT).took(seconds * 1000);
        switch (outcome) {
            case ANSWERED ->
                out.log()
                        .event(
                                LogEvent.API_CALL_SUCCESS,
                                context,
                                endpoint,
                                field("method", method),
                                field("endpoint", endpoint),
                                field("weight", weight),
                                field("attempt", attempt));
            case THROTTLED -> {
                lastError = endpoint + ": throttled";
                out.log()
                        .event(
                                LogEvent.API_RATE_LIMIT_EXCEEDED,
                                context,
                                "The venue throttles " + endpoint,
                                field("endpoint", endpoint),
                                field("attempt", attempt),
                                field("error", detail));
            }
            case REFUSED, NOT_SENT, TIMED_OUT, CONNECTION_LOST, SERVER_FAILED, UNREADABLE -> {
                lastError = endpoint + ": " + outcome + " " + detail;
                out.log()
                        .event(
                                LogEvent.API_CALL_FAILED,
                                context,
                                endpoint + " failed: " + outcome + " " + detail,
                                field("method", method),
                                field("endpoint", endpoint),
                                field("outcome", outcome),
                                field("attempt", attempt),
                                field("error", detail));
            }
        }
    }

    /** A frame arrived on a connection. {@code stream} is the venue's channel name. */
    public void frameReceived(String connection, String stream, int characters) {
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
    public void frameDropped(String connection, String channel, String reason) {
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
    public void frameMalformed(String connection, String reason, String detail) {
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

    /** The request budget changed; weights of the last minute. */
    public void budgetChanged(int usedWeight, int limitWeight, int waiting) {
        int remaining = limitWeight - usedWeight;
        meters.rateLimitRemaining.labelValues(out.venue(), ALL).set((double) remaining);
        meters.budgetUsed.labelValues(out.venue()).set(limitWeight == 0 ? 0 : (double) usedWeight / limitWeight);
        meters.waiting.labelValues(out.venue()).set(waiting);
        boolean low = remaining < LOW_BUDGET * limitWeight;
        if (low && !budgetLow) {
            out.log()
                    .event(
                            LogEvent.API_RATE_LIMIT_WARNING,
                            LogContext.of(COMPONENT),
                            remaining + " of " + limitWeight + " request weight left",
                            field("endpoint", ALL),
                            field("remainingRequests", remaining),
                            field("limit", limitWeight),
                            field("waiting", waiting));
        }
        budgetLow = low;
    }

    /** The action budget of an account's address was read. */
    public void addressBudgetRead(AccountId account, long used, long limit) {
        meters.addressBudget.labelValues(account.name()).set((double) (limit - used));
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

    /** An act that no answer event stands for ended. */
    public void actFinished(String account, String action, boolean accepted, String detail) {
        out.log()
                .event(
                        LogEvent.ACT_FINISHED,
                        LogContext.of(COMPONENT),
                        action + (accepted ? " accepted" : " refused: " + detail),
                        field("account", account),
                        field("action", action),
                        field("accepted", accepted),
                        field("detail", detail));
    }

    /** For health: whether every connection is up. */
    public Result websocketHealth() {
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

    /** For health: whether the last request was answered. */
    public Result apiHealth() {
        if (lastCallMs == null) {
            return Result.warning("no request was made yet");
        }
        return lastCallFailed ? Result.warning("the last request failed: " + lastError) : Result.ok();
    }

    /** For health: the connections' figures. */
    public ConnectionFigures figures() {
        boolean up = !links.isEmpty() && links.values().stream().allMatch(Link::up);
        return new ConnectionFigures(up, lastFrameMs, lastCallMs, lastError);
    }
}
