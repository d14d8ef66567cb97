package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The main job, end to end: a paper run in a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
class PaperRunTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern HEALTH =
            Pattern.compile("health +(http://[^ ]+/health) +metrics (http://[^ ]+/metrics)");

    @TempDir
    Path folder;

    @Test
    void aFreshFolderTradesBothLegsExplainsItselfAndStopsInOrder() throws Exception {
        try (ProductProcess product = run()) {
            String ports =
                    product.awaitLine("health", line -> HEALTH.matcher(line).find(), PATIENCE);
            product.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
            product.awaitLine("decision", line -> line.contains("decision"), PATIENCE);
            product.awaitLine("main open", line -> line.contains("MAIN OPEN "), PATIENCE);
            product.awaitLine("hedge open", line -> line.contains("HEDGE OPEN "), PATIENCE);
            product.awaitLine("main trade", line -> line.contains("trade") && line.contains("MAIN"), PATIENCE);
            product.awaitLine("hedge trade", line -> line.contains("trade") && line.contains("HEDGE"), PATIENCE);
            Matcher urls = HEALTH.matcher(ports);
            assertThat(urls.find()).isTrue();
            assertThat(get(urls.group(1))).contains("\"healthy\"");
            assertThat(get(urls.group(2))).contains("spark_stacker_trades_total");
            assertThat(product.stopInOrder(PATIENCE)).isZero();
            assertThat(product.lines()).anyMatch(line -> line.startsWith("stopped"));
            assertThat(product.lines()).noneMatch(line -> line.contains("FATAL"));
        }
    }

    @Test
    void killedWhileItHoldsAPositionItRecoversAndGoesOnTrading() throws Exception {
        try (ProductProcess first = run()) {
            first.awaitLine("main open", line -> line.contains("MAIN OPEN "), PATIENCE);
            first.kill();
        }
        try (ProductProcess second = run()) {
            second.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
            int known = second.lineCount();
            second.awaitLineAfter(
                    known, "a trade closed", line -> line.contains("trade  ") && line.contains("MAIN"), PATIENCE);
            second.awaitLineAfter(known, "a new position", line -> line.contains("MAIN OPEN "), PATIENCE);
            assertThat(second.lines()).noneMatch(line -> line.contains("reconciliation_mismatch"));
            assertThat(second.stopInOrder(PATIENCE)).isZero();
        }
    }

    @Test
    void theSignalOfTheKillSwitchHaltsItAndItIsStillHaltedAfterARestart() throws Exception {
        try (ProductProcess first = run()) {
            first.awaitLine("main open", line -> line.contains("MAIN OPEN "), PATIENCE);
            first.sendUsr2();
            first.awaitLine("halted", line -> line.contains("state     HALTED"), PATIENCE);
            first.awaitLine("confirmed", line -> line.contains("HALT of global on main verified"), PATIENCE);
            first.awaitLine("confirmed", line -> line.contains("HALT of global on hedge verified"), PATIENCE);
            first.kill();
        }
        try (ProductProcess second = run()) {
            second.awaitLine("halted", line -> line.contains("state     HALTED"), PATIENCE);
            second.awaitLine("confirmed", line -> line.contains("HALT of global on main verified"), PATIENCE);
            assertThat(second.stopInOrder(PATIENCE)).isZero();
        }
    }

    @Test
    void stoppedFlatItTradesAgainAtTheNextStart() throws Exception {
        try (ProductProcess first = run()) {
            first.awaitLine("main open", line -> line.contains("MAIN OPEN "), PATIENCE);
            try (ProductProcess stop = ProductProcess.start(
                    Map.of(),
                    "stop",
                    "--flatten",
                    "--data-dir",
                    folder.resolve("data").toString())) {
                assertThat(stop.awaitExit(PATIENCE)).isZero();
            }
            assertThat(first.awaitExit(PATIENCE)).isZero();
            assertThat(first.lines()).anyMatch(line -> line.contains("nothing is open"));
        }
        try (ProductProcess second = run()) {
            second.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
        }
    }

    @Test
    void aHaltSurvivesARestartAndSaysHowToLiftIt() throws Exception {
        try (ProductProcess first = run()) {
            first.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
            try (ProductProcess halt = ProductProcess.start(
                    Map.of(),
                    "halt",
                    "--reason",
                    "a test",
                    "--data-dir",
                    folder.resolve("data").toString())) {
                assertThat(halt.awaitExit(PATIENCE)).isZero();
            }
            first.kill();
        }
        try (ProductProcess second = run()) {
            assertThat(second.awaitLine("waiting", line -> line.startsWith("waiting"), PATIENCE))
                    .contains("HALTED", "a test", "resume");
            Matcher urls = HEALTH.matcher(
                    second.awaitLine("health", line -> HEALTH.matcher(line).find(), PATIENCE));
            assertThat(urls.find()).isTrue();
            String health = urls.group(1);
            assertThat(statusOf(health + "/ready")).isEqualTo(503);
            try (ProductProcess resume = ProductProcess.start(
                    Map.of(),
                    "resume",
                    "--reason",
                    "the test goes on",
                    "--data-dir",
                    folder.resolve("data").toString())) {
                assertThat(resume.awaitExit(PATIENCE)).isZero();
            }
            await("ready").atMost(PATIENCE).until(() -> statusOf(health + "/ready") == 200);
        }
    }

    @Test
    void aSecondInstanceOnTheSameFolderIsRefusedWithAClearMessage() throws Exception {
        try (ProductProcess first = run()) {
            first.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
            try (ProductProcess second = run()) {
                assertThat(second.awaitExit(PATIENCE)).isEqualTo(4);
                assertThat(String.join("\n", second.lines())).contains("in use by another instance");
            }
            assertThat(first.isAlive()).isTrue();
        }
    }

    private ProductProcess run() throws Exception {
        return ProductProcess.start(
                ProductProcess.logsIn(folder), ProductProcess.runIn(folder, Path.of("packages/shared/config.json")));
    }

    private static int statusOf(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String get(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
