package dev.sparkstacker.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.telemetry.crash.CrashState;
import dev.sparkstacker.telemetry.health.DayProfit;
import dev.sparkstacker.telemetry.health.HealthCheck.Result;
import dev.sparkstacker.telemetry.http.HttpBinding;
import dev.sparkstacker.telemetry.http.PortInUseException;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.log.LogOptions;
import dev.sparkstacker.telemetry.log.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TelemetryTest {
    private static final HttpBinding HEALTH = HttpBinding.loopback("health", 0, "ports.health");
    private static final HttpBinding METRICS = HttpBinding.loopback("metrics", 0, "ports.metrics");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void healthHasTheAgreedShape() throws Exception {
        try (Telemetry telemetry = start(HEALTH, METRICS)) {
            well(telemetry);
            HttpResponse<String> answer = get(telemetry.healthPort(), "/health", null);
            JsonNode health = Catalogue.parse(answer.body());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(health.propertyNames()).containsExactly("status", "timestamp", "uptime", "version", "checks");
            assertThat(health.get("checks").propertyNames())
                    .containsExactly("websocket", "api", "database", "diskSpace", "journal");
            assertThat(health.get("checks").get("diskSpace").has("usagePercent"))
                    .isTrue();

            JsonNode detailed = Catalogue.parse(
                    get(telemetry.healthPort(), "/health/detailed", null).body());
            assertThat(detailed.propertyNames()).contains("trading", "system", "connections", "recentErrors");
            assertThat(detailed.get("trading").get("isDryRun").asBoolean()).isTrue();
            assertThat(detailed.get("trading").get("dailyPnL").isNull()).isTrue();
            assertThat(detailed.get("trading").get("dailyPnLUnknown").asString())
                    .isEqualTo("still starting");
            assertThat(detailed.get("system").get("memoryUsage").propertyNames())
                    .containsExactly("heapUsed", "heapTotal", "rss");
            assertThat(detailed.get("connections")
                            .get("websocket")
                            .get("connected")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void theDaysProfitIsAStringOnceItIsKnown() throws Exception {
        try (Telemetry telemetry = start(HEALTH, null)) {
            telemetry.health().dayProfit(() -> DayProfit.of(Usd.of("-1.5"))).deadMansSwitch(() -> "not armed");
            JsonNode detailed = Catalogue.parse(
                    get(telemetry.healthPort(), "/health/detailed", null).body());
            assertThat(detailed.get("trading").get("dailyPnL").asString()).isEqualTo("-1.5");
            assertThat(detailed.get("trading").get("dailyPnL").isString()).isTrue();
            assertThat(detailed.get("trading").has("dailyPnLUnknown")).isFalse();
            assertThat(detailed.get("trading").get("deadMansSwitch").asString()).isEqualTo("not armed");
        }
    }

    @Test
    void whatIsNotConnectedOrFailsMakesItUnhealthyAndSaysWhy() throws Exception {
        try (Telemetry telemetry = start(HEALTH, null)) {
            well(telemetry);
            telemetry.health().check("database", () -> {
                throw new IllegalStateException("locked");
            });
            HttpResponse<String> answer = get(telemetry.healthPort(), "/health", null);
            assertThat(answer.statusCode()).isEqualTo(503);
            JsonNode health = Catalogue.parse(answer.body());
            assertThat(health.get("status").asString()).isEqualTo("unhealthy");
            assertThat(health.get("checks").get("database").get("message").asString())
                    .contains("locked");
        }
    }

    @Test
    void readyFollowsTheApplicationAndLiveTheEngine() throws Exception {
        try (Telemetry telemetry = start(HEALTH, null)) {
            well(telemetry);
            assertThat(get(telemetry.healthPort(), "/health/ready", null).statusCode())
                    .isEqualTo(503);
            telemetry.health().ready(true);
            assertThat(get(telemetry.healthPort(), "/health/ready", null).statusCode())
                    .isEqualTo(200);
            assertThat(get(telemetry.healthPort(), "/health/live", null).statusCode())
                    .isEqualTo(200);
            telemetry.health().liveness(() -> Result.error("no event for 10 s"));
            assertThat(get(telemetry.healthPort(), "/health/live", null).statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void metricsAreServedAsPrometheusText() throws Exception {
        try (Telemetry telemetry = start(null, METRICS)) {
            HttpResponse<String> answer = get(telemetry.metricsPort(), "/metrics", null);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain; version=0.0.4");
            assertThat(answer.body())
                    .contains("# TYPE spark_stacker_uptime_seconds gauge")
                    .contains("spark_stacker_strategy_signal_generated_total"
                            + "{signal=\"buy\",strategy=\"macd_eth_usd\"} 0.0");
            assertThat(get(telemetry.metricsPort(), "/metrics/other", null).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void beyondLoopbackOnlyTheTokenOpensMetrics() throws Exception {
        HttpBinding open = new HttpBinding("metrics", "0.0.0.0", 0, "ports.metrics", new Secret("let-me-in"));
        try (Telemetry telemetry = start(null, open)) {
            assertThat(get(telemetry.metricsPort(), "/metrics", null).statusCode())
                    .isEqualTo(401);
            assertThat(get(telemetry.metricsPort(), "/metrics", "wrong").statusCode())
                    .isEqualTo(401);
            assertThat(get(telemetry.metricsPort(), "/metrics", "let-me-in").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPortInUseIsNamedWithTheSettingThatMovesItAndNothingStaysOpen() throws Exception {
        int freePort;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freePort = free.getLocalPort();
        }
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpBinding metrics = HttpBinding.loopback("metrics", taken.getLocalPort(), "ports.metrics");
            HttpBinding health = HttpBinding.loopback("health", freePort, "ports.health");
            assertThatThrownBy(() -> start(health, metrics))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .hasMessageContaining("ports.metrics");
        }
        try (ServerSocket again = new ServerSocket(freePort, 1, InetAddress.getLoopbackAddress())) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void aCrashDumpHoldsTheErrorTheLastLinesAndWhatWasOpen() throws IOException {
        try (Telemetry telemetry = start(null, null)) {
            telemetry.log().event(LogEvent.FEED_RESTORED, LogContext.of("test"), "the last thing");
            CrashState state = new CrashState(42, List.of("main ETH-USD long 0.0047"), List.of());
            Path file = telemetry
                    .crash("Engine died", new IllegalStateException("overflow"), state)
                    .orElseThrow();
            JsonNode dump = Catalogue.parse(Files.readString(file));
            assertThat(dump.get("error").get("message").asString()).isEqualTo("overflow");
            assertThat(dump.get("engine_sequence").asLong()).isEqualTo(42);
            assertThat(dump.get("positions").get(0).asString()).contains("0.0047");
            assertThat(dump.get("entries").toString()).contains("the last thing");
        }
    }

    @Test
    void afterAKillTheNextStartMakesTheDumpFromTheFiles() throws IOException {
        try (Telemetry telemetry = start(null, null)) {
            for (int i = 0; i < 150; i++) {
                telemetry.log().event(LogEvent.FEED_RESTORED, LogContext.of("test"), "line " + i);
            }
        }
        Path half = folder.resolve("logs/connector");
        try (var files = Files.list(half)) {
            Files.writeString(
                    files.toList().getFirst(), "{\"timestamp\":\"2026", java.nio.file.StandardOpenOption.APPEND);
        }
        try (Telemetry telemetry = start(null, null)) {
            Path file = telemetry
                    .reconstructCrash(new CrashState(7, List.of(), List.of()))
                    .orElseThrow();
            JsonNode entries = Catalogue.parse(Files.readString(file)).get("entries");
            assertThat(entries.size()).isEqualTo(100);
            assertThat(entries.toString()).contains("line 149").doesNotContain("line 12\"");
        }
    }

    private Telemetry start(@Nullable HttpBinding health, @Nullable HttpBinding metrics) {
        Clocks clocks = new Clocks() {
            @Override
            public long venueTimeMs() {
                return Scene.NOON_MS;
            }

            @Override
            public long machineTimeMs() {
                return Scene.NOON_MS;
            }
        };
        TelemetryOptions options = TelemetryOptions.defaults(
                        LogOptions.defaults(folder.resolve("logs"), "test", "paper"),
                        folder,
                        "0.1.0",
                        "hyperliquid",
                        Scene.config())
                .withServers(health, metrics);
        return Telemetry.start(options, clocks, InstantSource.system(), (partition, state) -> {});
    }

    /** Everything is connected and fine; the disk is that of the machine. */
    private static void well(Telemetry telemetry) {
        telemetry.watch().links.connected("market");
        telemetry
                .health()
                .check("api", Result::ok)
                .check("database", Result::ok)
                .check("journal", Result::ok)
                .check("diskSpace", () -> Result.usage(dev.sparkstacker.telemetry.health.HealthCheck.Status.OK, 12.4));
    }

    private HttpResponse<String> get(int port, String path, @Nullable String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
