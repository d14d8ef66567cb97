package dev.sparkstacker.telemetry.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;

/** The venue's API, its websocket and its feeds. Help, units and bounds of labels stand in {@code metrics.json}. */
public final class VenueMeters {
    public final Counter apiRequests;
    public final Histogram apiLatency;
    public final Gauge rateLimitRemaining;
    public final Counter requests;
    public final Counter requestWeight;
    public final Gauge lastRequest;
    public final Counter frames;
    public final Counter frameBytes;
    public final Gauge lastFrame;
    public final Gauge connected;
    public final Counter reconnects;
    public final Counter reconnectFailures;
    public final Counter malformed;
    public final Counter dropped;
    public final Gauge budgetUsed;
    public final Gauge waiting;
    public final Gauge addressBudget;
    public final Gauge agentSecondsLeft;
    public final Counter complaints;
    public final Gauge clockOffset;
    public final Gauge clockRate;
    public final Gauge feedDegraded;
    public final Counter feedFaults;
    public final Counter barsRevised;

    VenueMeters(MeterFactory make) {
        apiRequests = make.counter(
                "spark_stacker_api_requests_total",
                "Requests to the venue that ended, whatever their outcome.",
                "exchange",
                "endpoint",
                "method");
        apiLatency = make.histogram(
                "spark_stacker_api_latency_seconds",
                "Time from sending a request to the venue until its answer or failure.",
                MeterFactory.REQUEST_SECONDS,
                "exchange",
                "endpoint");
        rateLimitRemaining = make.gauge(
                "spark_stacker_rate_limit_remaining",
                "Request weight left in the current minute as the connector counts it; endpoint all is the budget of the address.",
                "exchange",
                "endpoint");
        requests = make.counter(
                "spark_venue_requests_total",
                "Requests to the venue by what became of them.",
                "venue",
                "endpoint",
                "outcome");
        requestWeight = make.counter("spark_venue_request_weight_total", "Request weight spent.", "venue", "endpoint");
        lastRequest = make.gauge(
                "spark_venue_last_request_timestamp_seconds",
                "Machine time since the UTC epoch when a request last ended; 0 before the first.",
                "venue");
        frames = make.counter("spark_ws_frames_total", "Websocket frames received.", "venue", "channel");
        frameBytes = make.counter(
                "spark_ws_bytes_total",
                "Characters of websocket frames received; the venue sends one byte a character.",
                "venue",
                "channel");
        lastFrame = make.gauge(
                "spark_feed_last_event_timestamp_seconds",
                "Machine time since the UTC epoch of the stream's last frame; age is time() minus this.",
                "venue",
                "stream");
        connected = make.gauge("spark_ws_connected", "1 while the connection is up.", "venue", "connection");
        reconnects = make.counter(
                "spark_ws_reconnects_total", "Connections re-established after a loss.", "venue", "connection");
        reconnectFailures = make.counter(
                "spark_ws_reconnect_failures_total", "Attempts to connect again that failed.", "venue", "connection");
        malformed = make.counter(
                "spark_frames_malformed_total", "Frames that could not be read; each was dropped.", "venue", "reason");
        dropped = make.counter("spark_frames_dropped_total", "Readable frames that were not used.", "venue", "reason");
        budgetUsed = make.gauge(
                "spark_venue_rate_budget_used_ratio",
                "Share of the request weight of the current minute that is spent.",
                "venue");
        waiting = make.gauge("spark_venue_requests_waiting", "Requests that wait for budget.", "venue");
        addressBudget = make.gauge(
                "spark_venue_address_budget_remaining",
                "Actions the venue still allows the account's address; absent until read.",
                "account");
        agentSecondsLeft = make.gauge(
                "spark_agent_key_left_seconds",
                "Venue seconds until the account's agent may sign no more; absent for unnamed agents.",
                "account");
        complaints = make.counter(
                "spark_venue_complaints_total", "Error messages the venue sent over the websocket.", "venue");
        clockOffset = make.gauge(
                "spark_clock_offset_seconds",
                "Venue time less machine time; large by design where a sandbox's clock runs faster.",
                "source");
        clockRate = make.gauge("spark_clock_rate_ratio", "Speed of the venue's clock; 1 is real time.", "source");
        feedDegraded = make.gauge(
                "spark_feed_degraded", "1 while the market's feed cannot be trusted and entries wait.", "market");
        feedFaults =
                make.counter("spark_feed_faults_total", "Times a market's feed lost its trust.", "market", "fault");
        barsRevised = make.counter(
                "spark_bars_revised_total",
                "Closed bars the venue told differently later; they are never judged again.",
                "market");
    }
}
