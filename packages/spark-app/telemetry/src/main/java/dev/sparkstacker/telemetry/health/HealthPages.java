package dev.sparkstacker.telemetry.health;

import dev.sparkstacker.telemetry.health.HealthCheck.Result;
import dev.sparkstacker.telemetry.health.HealthCheck.Status;
import dev.sparkstacker.telemetry.http.Page.Answer;
import dev.sparkstacker.telemetry.log.Json;
import dev.sparkstacker.telemetry.log.RecentLines;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The health pages.
 *
 * <pre>
 *  /health           status, timestamp, uptime, version, checks
 *  /health/detailed  the same and trading, system, connections, recentErrors
 *  /health/live      200 while the engine moves
 *  /health/ready     200 while entries are allowed and nothing is unhealthy
 * </pre>
 */
public final class HealthPages {
    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Health health;
    private final SystemFigures system;
    private final InstantSource clock;
    private final LongSupplier uptimeNanos;
    private final String version;

    /** Makes the pages of a process of the given version. */
    public HealthPages(
            Health health, SystemFigures system, InstantSource clock, LongSupplier uptimeNanos, String version) {
        this.health = health;
        this.system = system;
        this.clock = clock;
        this.uptimeNanos = uptimeNanos;
        this.version = version;
    }

    /** {@code /health}. */
    public Answer summary() {
        Map<String, Result> results = health.results();
        Json json = new Json().open();
        head(json, results);
        return answer(status(results), json.close());
    }

    /** {@code /health/detailed}. */
    public Answer detailed() {
        Map<String, Result> results = health.results();
        Json json = new Json().open();
        head(json, results);
        json.field("trading", trading());
        json.field("system", system.read());
        json.field("connections", connections(health.connectionFigures()));
        json.field("recentErrors", recentErrors());
        return answer(status(results), json.close());
    }

    /** {@code /health/live}. */
    public Answer live() {
        Result result = health.live();
        boolean alive = result.status().compareTo(Status.ERROR) < 0;
        return answer(
                alive ? OK : UNAVAILABLE,
                new Json()
                        .open()
                        .field("status", alive ? "live" : "stuck")
                        .known("message", result.message())
                        .close());
    }

    /** {@code /health/ready}. */
    public Answer ready() {
        Map<String, Result> results = health.results();
        boolean ready = health.isReady() && status(results) == OK;
        Json json = new Json().open().field("status", ready ? "ready" : "not ready");
        if (!ready) {
            json.field("message", health.isReady() ? "unhealthy, see /health" : "still starting");
        }
        return answer(ready ? OK : UNAVAILABLE, json.close());
    }

    private void head(Json json, Map<String, Result> results) {
        Status worst = Health.worst(results.values());
        json.field(
                        "status",
                        switch (worst) {
                            case OK -> "healthy";
                            case WARNING -> "degraded";
                            case ERROR, CRITICAL -> "unhealthy";
                        })
                .field("timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .field("uptime", uptimeNanos.getAsLong() / 1_000_000_000L)
                .field("version", version);
        Map<String, Object> checks = new LinkedHashMap<>();
        results.forEach((name, result) -> checks.put(name, check(result)));
        json.field("checks", checks);
    }

    private static Map<String, Object> check(Result result) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("status", result.status().name().toLowerCase(Locale.ROOT));
        if (result.message() != null) {
            check.put("message", result.message());
        }
        if (result.usagePercent() != null) {
            check.put("usagePercent", Math.round(result.usagePercent()));
        }
        return check;
    }

    private Map<String, @Nullable Object> trading() {
        TradingFigures figures = health.tradingFigures();
        DayProfit day = health.dayProfit();
        Map<String, @Nullable Object> trading = new LinkedHashMap<>();
        trading.put("isDryRun", figures == null ? null : figures.dryRun());
        trading.put("openPositions", figures == null ? null : figures.openPositions());
        trading.put("dailyPnL", Objects.toString(day.profit(), null));
        if (day.profit() == null) {
            trading.put("dailyPnLUnknown", day.unknown());
        }
        trading.put("circuitBreakerActive", figures == null ? null : figures.halted());
        trading.put(
                "tradingState",
                figures == null || figures.state() == null
                        ? null
                        : figures.state().name());
        trading.put("deadMansSwitch", health.deadMansSwitch());
        return trading;
    }

    private static Map<String, @Nullable Object> connections(@Nullable ConnectionFigures figures) {
        Map<String, @Nullable Object> websocket = new LinkedHashMap<>();
        websocket.put("connected", figures == null ? null : figures.websocketConnected());
        websocket.put("lastMessage", figures == null ? null : time(figures.lastMessageMs()));
        Map<String, @Nullable Object> api = new LinkedHashMap<>();
        api.put("lastCall", figures == null ? null : time(figures.lastCallMs()));
        if (figures != null && figures.lastError() != null) {
            api.put("lastError", figures.lastError());
        }
        Map<String, @Nullable Object> connections = new LinkedHashMap<>();
        connections.put("websocket", websocket);
        connections.put("api", api);
        return connections;
    }

    private List<Map<String, Object>> recentErrors() {
        List<Map<String, Object>> errors = new ArrayList<>();
        for (RecentLines.Line line : health.recentErrors().lines()) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("timestamp", line.timestamp());
            error.put("level", line.level());
            error.put("message", line.message());
            errors.add(error);
        }
        return errors;
    }

    private static @Nullable String time(@Nullable Long epochMs) {
        return epochMs == null ? null : Instant.ofEpochMilli(epochMs).toString();
    }

    private static int status(Map<String, Result> results) {
        return Health.worst(results.values()).compareTo(Status.ERROR) < 0 ? OK : UNAVAILABLE;
    }

    private static Answer answer(int status, Json json) {
        return new Answer(status, JSON, json.text() + "\n");
    }
}
