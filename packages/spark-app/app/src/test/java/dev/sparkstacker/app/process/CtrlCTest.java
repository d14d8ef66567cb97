package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Ctrl-C, pressed for real: the first ends in order by the configured policy, the second at once. */
@Execution(ExecutionMode.CONCURRENT)
class CtrlCTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern SERVING = Pattern.compile("serving +(http://[^/]+)/info");

    @TempDir
    Path folder;

    @Test
    void byDefaultPositionsKeepTheirProtection() throws Exception {
        try (ProductProcess product = run(Path.of("packages/shared/config.json"))) {
            product.awaitLine("main open", line -> line.contains("MAIN OPEN "), PATIENCE);
            product.pressCtrlC();
            assertThat(product.awaitExit(PATIENCE)).isZero();
            assertThat(product.lines())
                    .anyMatch(line -> line.contains("again Ctrl-C stops at once"))
                    .anyMatch(line -> line.contains("open positions keep their stops and targets"));
        }
    }

    @Test
    void byPolicyEverythingIsClosedFirst() throws Exception {
        try (ProductProcess product = run(config("\"policy\": \"flatten\""))) {
            product.awaitLine("main open", line -> line.contains("MAIN OPEN "), PATIENCE);
            product.pressCtrlC();
            assertThat(product.awaitExit(PATIENCE)).isZero();
            assertThat(product.lines())
                    .anyMatch(line -> line.contains("closing every position first"))
                    .anyMatch(line -> line.contains("stopped   in order; nothing is open"));
        }
    }

    /** The entry is filled and its stop not yet placed, or the hedge not yet entered: the stop comes first. */
    @Test
    void aStopInTheMiddleOfAnEntryWaitsUntilThePositionIsProtected() throws Exception {
        try (ProductProcess sandbox = ProductProcess.start(
                Map.of(), "sandbox", "--data-dir", folder.resolve("venue").toString())) {
            String url = urlOf(sandbox);
            try (ProductProcess product = run(against(url, Path.of("packages/shared/config.json")))) {
                product.awaitLine("entering", line -> line.contains("MAIN ENTERING "), PATIENCE);
                product.pressCtrlC();
                assertThat(product.awaitExit(PATIENCE)).isZero();
                VenueBooks.requireSound(url, "main");
                VenueBooks.requireSound(url, "hedge");
            }
        }
    }

    /** The venue is gone, so that the orderly stop waits for fills that cannot come. */
    @Test
    void theSecondStopsAtOnce() throws Exception {
        try (ProductProcess sandbox = ProductProcess.start(
                Map.of(), "sandbox", "--data-dir", folder.resolve("venue").toString())) {
            Path patient = config("\"policy\": \"flatten\", \"timeoutMs\": 600000");
            try (ProductProcess product = run(against(urlOf(sandbox), patient))) {
                product.awaitLine("main open", line -> line.contains("MAIN OPEN "), PATIENCE);
                sandbox.kill();
                product.pressCtrlC();
                product.awaitLine("closing", line -> line.contains("closing every position first"), PATIENCE);
                assertThat(product.isAlive()).isTrue();
                product.pressCtrlC();
                assertThat(product.awaitExit(PATIENCE)).isEqualTo(130);
                assertThat(product.lines()).anyMatch(line -> line.contains("stopped at once"));
            }
        }
    }

    private ProductProcess run(Path config) throws Exception {
        return ProductProcess.startHearingCtrlC(ProductProcess.logsIn(folder), ProductProcess.runIn(folder, config));
    }

    private static String urlOf(ProductProcess sandbox) throws Exception {
        Matcher serving = SERVING.matcher(
                sandbox.awaitLine("serving", line -> SERVING.matcher(line).find(), PATIENCE));
        assertThat(serving.find()).isTrue();
        return serving.group(1);
    }

    /** The configuration with a sandbox that runs elsewhere. */
    private Path against(String url, Path config) throws Exception {
        String text = Files.readString(config).replace("\"paper\": {", "\"paper\": { \"sandboxUrl\": \"" + url + "\",");
        return Files.writeString(folder.resolve("outside.json"), text);
    }

    /** The shipped configuration with another end. */
    private Path config(String shutdown) throws Exception {
        String shipped = Files.readString(Path.of("packages/shared/config.json"));
        String changed = shipped.replaceFirst("\"shutdown\": \\{[^}]*}", "\"shutdown\": { " + shutdown + " }");
        assertThat(changed).isNotEqualTo(shipped);
        return Files.writeString(folder.resolve("config.json"), changed);
    }
}
