package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.tools.Campaign;
import dev.sparkstacker.wire.json.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The trader is killed again and again while the venue, a process of its own, keeps the books. */
class KilledTraderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int KILLS = Campaign.cases(5, 200);
    private static final Pattern SERVING = Pattern.compile("serving +(http://[^/]+)/info");
    private static final Pattern READY = Pattern.compile("^ready.*");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void noKillLosesAFillOrSendsAnOrderTwice() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        System.out.println("seed " + seed);
        try (ProductProcess sandbox = sandbox()) {
            String line =
                    sandbox.awaitLine("serving", text -> SERVING.matcher(text).find(), PATIENCE);
            Matcher serving = SERVING.matcher(line);
            assertThat(serving.find()).isTrue();
            Path config = config(serving.group(1));
            for (int kill = 0; kill < KILLS; kill++) {
                try (ProductProcess trader = trader(config)) {
                    trader.awaitLine("ready", text -> READY.matcher(text).matches(), PATIENCE);
                    trader.awaitLine("an entry", text -> text.contains("MAIN ENTERING"), PATIENCE);
                    // not a wait for anything: the moment of the kill is what the seed varies
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(250));
                    trader.kill();
                }
            }
            try (ProductProcess trader = trader(config)) {
                trader.awaitLine("ready", text -> READY.matcher(text).matches(), PATIENCE);
                int known = trader.lineCount();
                trader.awaitLineAfter(known, "an open hedge", text -> text.contains("HEDGE OPEN "), PATIENCE);
                assertThat(trader.stopInOrder(PATIENCE)).isZero();
                assertThat(trader.lines()).noneMatch(text -> text.contains("reconciliation_mismatch"));
            }
            checkBooks(serving.group(1), "main");
            checkBooks(serving.group(1), "hedge");
            assertThat(sandbox.stopInOrder(PATIENCE)).isZero();
        }
    }

    /** The venue's own books: every client order id once, fills add up to the position, a position has its stop. */
    private void checkBooks(String venue, String account) throws Exception {
        String user = address(account);
        TreeSet<String> ids = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        for (JsonNode entry : info(venue, "{\"type\":\"historicalOrders\",\"user\":\"" + user + "\"}")) {
            JsonNode order = entry.get("order");
            String key = order.get("cloid").asString() + "/" + order.get("oid");
            if (!ids.add(order.get("cloid").asString()) && !ids.contains(key)) {
                twice.add(key);
            }
            ids.add(key);
        }
        assertThat(twice)
                .as("client order ids used by two orders of " + account)
                .isEmpty();
        BigDecimal filled = BigDecimal.ZERO;
        for (JsonNode fill : info(venue, "{\"type\":\"userFills\",\"user\":\"" + user + "\"}")) {
            BigDecimal size = new BigDecimal(fill.get("sz").asString());
            filled = fill.get("side").asString().equals("B") ? filled.add(size) : filled.subtract(size);
        }
        BigDecimal position = BigDecimal.ZERO;
        JsonNode state = info(venue, "{\"type\":\"clearinghouseState\",\"user\":\"" + user + "\"}");
        for (JsonNode held : state.get("assetPositions")) {
            position =
                    position.add(new BigDecimal(held.get("position").get("szi").asString()));
        }
        assertThat(filled).as("fills and position of " + account).isEqualByComparingTo(position);
        boolean hasStop = false;
        for (JsonNode order : info(venue, "{\"type\":\"frontendOpenOrders\",\"user\":\"" + user + "\"}")) {
            hasStop |= order.get("orderType").asString().equals("Stop Market");
        }
        assertThat(hasStop)
                .as(account + " holds " + position + " with a resting stop")
                .isEqualTo(position.signum() != 0);
    }

    private JsonNode info(String venue, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(venue + "/info"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Json.parse(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static String address(String account) {
        return dev.sparkstacker.app.runtime.PaperAddresses.of(account);
    }

    private ProductProcess sandbox() throws Exception {
        return ProductProcess.start(
                Map.of(), "sandbox", "--data-dir", folder.resolve("venue").toString(), "--speed", "30");
    }

    private ProductProcess trader(Path config) throws Exception {
        return ProductProcess.start(ProductProcess.logsIn(folder), ProductProcess.runIn(folder, config));
    }

    private Path config(String venue) throws Exception {
        String shipped = Files.readString(Path.of("packages/shared/config.json"));
        Path file = folder.resolve("config.json");
        return Files.writeString(
                file, shipped.replace("\"paper\": {", "\"paper\": {\n    \"sandboxUrl\": \"" + venue + "\","));
    }
}
