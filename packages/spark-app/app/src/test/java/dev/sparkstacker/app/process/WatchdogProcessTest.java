package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sparkstacker.app.runtime.VenueTruth;
import dev.sparkstacker.app.tools.ShippedConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trading process is killed; the watchdog, a process of its own, does what it is told; a new process goes on. */
class WatchdogProcessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern SERVING = Pattern.compile("serving +(http://[^/]+)/info");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"flatten", "halt"})
    void itActsByPolicyAndLetsGoWhenTheProcessIsBack(String action) throws Exception {
        try (ProductProcess sandbox = sandbox()) {
            String url = urlOf(sandbox);
            VenueTruth main = new VenueTruth(url, "main");
            VenueTruth hedge = new VenueTruth(url, "hedge");
            Path config = config(url, "\"enabled\": false, \"silentMs\": 2000, \"action\": \"" + action + "\"");
            try (ProductProcess watchdog = watchdog(config)) {
                try (ProductProcess trader = trader(config)) {
                    watchdog.awaitLine("watching", line -> line.contains(" ms of silence"), PATIENCE);
                    awaitThat("a protected position", () -> !main.isFlat() && main.isProtected());
                    trader.kill();
                }
                watchdog.awaitLine("acted", line -> line.contains("acted: "), PATIENCE);
                if (action.equals("flatten")) {
                    assertThat(main.positions()).isEmpty();
                    assertThat(hedge.positions()).isEmpty();
                    assertThat(main.ordersResting() + hedge.ordersResting()).isZero();
                } else {
                    assertThat(main.isProtected()).isTrue();
                    assertThat(hedge.isProtected()).isTrue();
                }
                assertThat(main.entriesResting() + hedge.entriesResting()).isZero();
                int known = watchdog.lineCount();
                try (ProductProcess again = trader(config)) {
                    again.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
                    watchdog.awaitLineAfter(known, "lets go", line -> line.contains("lets go"), PATIENCE);
                    int since = again.lineCount();
                    again.awaitLineAfter(since, "it trades on", line -> line.contains("MAIN OPEN "), PATIENCE);
                    assertThat(again.lines()).noneMatch(line -> line.contains("reconciliation_mismatch"));
                    assertThat(status(config)).contains("watchdog", "watching", "positions rest on their stops");
                    assertThat(again.stopInOrder(PATIENCE)).isZero();
                }
                VenueBooks.requireSound(url, "main");
                VenueBooks.requireSound(url, "hedge");
                watchdog.awaitLineAfter(known, "orderly stop", line -> line.contains("stopped in order"), PATIENCE);
                assertThat(watchdog.isAlive()).isTrue();
            }
        }
    }

    @Test
    void runStartsItAndItOutlivesAKilledRun() throws Exception {
        try (ProductProcess sandbox = sandbox()) {
            String url = urlOf(sandbox);
            VenueTruth main = new VenueTruth(url, "main");
            Path log = folder.resolve("logs").resolve("watchdog.log");
            Path config = config(url, "\"enabled\": true, \"silentMs\": 2000, \"action\": \"flatten\"");
            try (ProductProcess trader = trader(config)) {
                trader.awaitLine("started", line -> line.startsWith("watchdog  started"), PATIENCE);
                awaitThat("it is seen", () -> status(config).contains("ms of silence"));
                awaitThat("a protected position", () -> !main.isFlat() && main.isProtected());
                trader.kill();
            }
            awaitThat("it has flattened", () -> main.isFlat() && main.ordersResting() == 0);
            try (ProductProcess again = trader(config)) {
                again.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
                awaitThat("one is enough", () -> Files.readString(log).contains("Another watchdog watches"));
                assertThat(again.stopInOrder(PATIENCE)).isZero();
            }
            awaitThat(
                    "the watchdog ends with an orderly stop",
                    () -> Files.readString(log).contains("ends: "));
        }
    }

    private String status(Path config) throws Exception {
        try (ProductProcess status = ProductProcess.start(
                Map.of(),
                "status",
                "--config",
                config.toString(),
                "--data-dir",
                folder.resolve("data").toString())) {
            assertThat(status.awaitExit(PATIENCE)).isZero();
            return String.join("\n", status.lines());
        }
    }

    private static void awaitThat(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).ignoreExceptions().until(condition);
    }

    private static String urlOf(ProductProcess sandbox) throws Exception {
        Matcher serving = SERVING.matcher(
                sandbox.awaitLine("serving", line -> SERVING.matcher(line).find(), PATIENCE));
        assertThat(serving.find()).isTrue();
        return serving.group(1);
    }

    private ProductProcess sandbox() throws Exception {
        return ProductProcess.start(
                Map.of(), "sandbox", "--data-dir", folder.resolve("venue").toString(), "--speed", "30");
    }

    private ProductProcess trader(Path config) throws Exception {
        return ProductProcess.start(ProductProcess.logsIn(folder), ProductProcess.runIn(folder, config));
    }

    private ProductProcess watchdog(Path config) throws Exception {
        return ProductProcess.start(
                ProductProcess.logsIn(folder),
                "watchdog",
                "--config",
                config.toString(),
                "--data-dir",
                folder.resolve("data").toString());
    }

    private Path config(String venue, String watchdog) throws Exception {
        String shipped = ShippedConfig.eager();
        return Files.writeString(
                folder.resolve("config.json"),
                shipped.replace(
                        "\"paper\": {",
                        "\"watchdog\": { " + watchdog + " },\n  \"paper\": {\n    \"sandboxUrl\": \"" + venue + "\","));
    }
}
