package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.telemetry.health.HealthCheck.Result;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.BoundedLabel;
import dev.sparkstacker.telemetry.metrics.Labels;
import dev.sparkstacker.telemetry.metrics.VenueMeters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells of requests to the venue, their budgets and the acts that no answer event stands for. Any thread may call it;
 * nothing here throws or waits for more than a write to the operating system's cache.
 */
public final class RequestTelemetry {
    private static final String COMPONENT = "connector";
    private static final String ALL = "all";

    /** Below this share of the budget a warning is due, once until it recovers. */
    private static final double LOW_BUDGET = 0.2;

    /** A person should have this long to approve another agent: a fortnight. */
    private static final long AGENT_ENDS_SOON_MS = 14 * 86_400_000L;

    private final Outlet out;
    private final VenueMeters meters;
    private final InstantSource clock;
    private final BoundedLabel endpoints = new BoundedLabel(64);
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

    /** Makes it. */
    RequestTelemetry(Outlet out, InstantSource clock) {
        this.out = out;
        this.meters = out.meters().venue;
        this.clock = clock;
    }

    /** A request leaves; as {@link #requestFinished}. */
    public void requestStarted(String endpoint, String method, int weight, int attempt) {
        out.log()
                .event(
                        LogEvent.API_CALL_INITIATED,
                        LogContext.of(COMPONENT),
                        endpoint,
                        field("method", method),
                        field("endpoint", endpoint),
                        field("weight", weight),
                        field("attempt", attempt));
    }

    /**
     * Until when an account's agent may sign.
     *
     * @param validUntilMs venue time of its end
     * @param leftMs venue ms until then
     */
    public void agentRead(AccountId account, String agent, long validUntilMs, long leftMs) {
        meters.agentSecondsLeft.labelValues(account.name()).set(leftMs / 1000.0);
        if (leftMs < AGENT_ENDS_SOON_MS) {
            out.log()
                    .event(
                            LogEvent.AGENT_EXPIRES_SOON,
                            LogContext.of(COMPONENT),
                            "Agent " + agent + " of account " + account + " may sign until "
                                    + Instant.ofEpochMilli(validUntilMs)
                                    + " only: approve a new one from the master wallet before that",
                            field("account", account.name()),
                            field("agent", agent),
                            field(
                                    "validUntil",
                                    Instant.ofEpochMilli(validUntilMs).toString()));
        }
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
        tell(endpoint, method, outcome, seconds, weight, attempt, detail);
    }

    private void tell(
            String endpoint, String method, Outcome outcome, double seconds, int weight, int attempt, String detail) {
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

    /** For health: whether the last request was answered. */
    public Result health() {
        if (lastCallMs == null) {
            return Result.warning("no request was made yet");
        }
        return lastCallFailed ? Result.warning("the last request failed: " + lastError) : Result.ok();
    }

    /** When the last request ended, in machine milliseconds, or null before the first. */
    public @Nullable Long lastCallMs() {
        return lastCallMs;
    }

    /** What went wrong with the last failed request, or null. */
    public @Nullable String lastError() {
        return lastError;
    }
}
