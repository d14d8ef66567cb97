package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Paper runs on prices that do not come from the generator: recorded ones, and another venue's public feed. */
@Execution(ExecutionMode.CONCURRENT)
class RecordedMarketTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path CONFIG = Path.of("packages/shared/config.json");
    private static final Pattern SERVING = Pattern.compile("serving +http://([^/]+)/info");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void recordedBarsAreTraded() throws Exception {
        try (ProductProcess run = runOn(thirdParty("bybit_ethusdt_perp_1m_cobra.csv.gz"))) {
            run.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
            run.awaitLine("main open", line -> line.contains("MAIN OPEN "), PATIENCE);
            assertThat(run.stopInOrder(PATIENCE)).isZero();
        }
    }

    @Test
    void recordedTradesAndQuotesArePlayedToTheirEnd() throws Exception {
        thirdParty("binance_usdm_ethusdt_20240808_bbo.csv.gz");
        try (ProductProcess run = runOn(thirdParty("binance_usdm_ethusdt_20240808_trades.csv.gz"))) {
            run.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
            run.awaitLine("the end of the recording", RecordedMarketTest::tellsTheEnd, PATIENCE);
            assertThat(run.stopInOrder(PATIENCE)).isZero();
        }
    }

    private static boolean tellsTheEnd(String line) {
        return line.startsWith("feed      recording ended at ");
    }

    @Test
    void whatTheProductRecordsItPlaysAgainToItsEnd() throws Exception {
        Path recording = folder.resolve("fresh.ssm");
        try (ProductProcess venue = sandbox("60")) {
            Path config = onVenue(addressOf(venue));
            try (ProductProcess record = ProductProcess.start(
                    ProductProcess.logsIn(folder.resolve("recorder")),
                    "data",
                    "record",
                    "ETH-USD",
                    "--to",
                    recording.toString(),
                    "--for",
                    "4s",
                    "--config",
                    config.toString())) {
                assertThat(record.awaitExit(PATIENCE)).as("%s", record.lines()).isZero();
            }
        }
        try (ProductProcess run = runOn(recording)) {
            run.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
            run.awaitLine("the end of the recording", RecordedMarketTest::tellsTheEnd, PATIENCE);
            assertThat(run.stopInOrder(PATIENCE)).isZero();
        }
    }

    @Test
    void aVenuesPublicFeedPricesAPaperRun() throws Exception {
        try (ProductProcess venue = sandbox("1")) {
            Path config = onVenue(addressOf(venue));
            List<String> arguments = new ArrayList<>(List.of(ProductProcess.runIn(folder, config)));
            arguments.addAll(List.of("--feed", "hyperliquid", "--speed", "1"));
            try (ProductProcess run =
                    ProductProcess.start(ProductProcess.logsIn(folder), arguments.toArray(String[]::new))) {
                run.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
                assertThat(run.stopInOrder(PATIENCE)).isZero();
            }
        }
    }

    private ProductProcess runOn(Path data) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(ProductProcess.runIn(folder, CONFIG)));
        arguments.addAll(List.of("--data", data.toString()));
        return ProductProcess.start(ProductProcess.logsIn(folder), arguments.toArray(String[]::new));
    }

    private ProductProcess sandbox(String speed) throws IOException {
        return ProductProcess.start(
                ProductProcess.logsIn(folder.resolve("venue-logs")),
                "sandbox",
                "--speed",
                speed,
                "--data-dir",
                folder.resolve("venue").toString());
    }

    private static String addressOf(ProductProcess sandbox) throws InterruptedException {
        Matcher serving = SERVING.matcher(
                sandbox.awaitLine("serving", line -> SERVING.matcher(line).find(), PATIENCE));
        assertThat(serving.find()).isTrue();
        return serving.group(1);
    }

    /** The shipped configuration with another network. */
    private Path onVenue(String address) throws IOException {
        String shipped = Files.readString(CONFIG);
        String venue = "\"venue\": { \"restUrl\": \"http://" + address + "\", \"websocketUrl\": \"ws://" + address
                + "/ws\" },\n  \"accounts\": [";
        return Files.writeString(folder.resolve("config.json"), shipped.replace("\"accounts\": [", venue));
    }

    private static Path thirdParty(String name) {
        Path file = Path.of("../shared/data").resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.exists(file), "the recorded market " + file + " is not on this machine");
        return file;
    }
}
