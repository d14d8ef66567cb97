package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies other than the shipped configuration's run on paper as they are configured, and explain themselves. */
class ConfiguredStrategiesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SECRET = "a secret of the tests";
    private static final Pattern HEALTH = Pattern.compile("health +(http://[^ ]+/health) ");
    private static final String CONFIGURATION = """
            {
              "paper": { "speed": 60, "venueRules": { "addressBudget": 10000000 } },
              "webhook": { "secretRef": "env:HOOK" },
              "accounts": [ { "name": "main" }, { "name": "second" } ],
              "strategies": [
                {
                  "id": "turns",
                  "type": "super-signal",
                  "markets": ["ETH-USD"],
                  "interval": "1m",
                  "parameters": { "preset": "legacy", "confirmBars": 0 },
                  "main": { "account": "main", "marginUsd": 20, "leverage": 10 },
                  "exits": { "cooldownBars": 3 }
                },
                {
                  "id": "written",
                  "type": "multi",
                  "markets": ["BTC-USD"],
                  "interval": "1m",
                  "parameters": {
                    "enterLong": "close > ema(3) and rsi(14)@5m < 101",
                    "enterShort": "close < ema(3)",
                    "exitLong": "never",
                    "exitShort": "never"
                  },
                  "main": { "account": "second", "marginUsd": 20, "leverage": 10 }
                },
                {
                  "id": "told",
                  "type": "webhook",
                  "markets": ["SOL-USD"],
                  "interval": "1m",
                  "main": { "account": "main", "marginUsd": 20, "leverage": 10 }
                }
              ]
            }
            """;

    @TempDir
    Path folder;

    @Test
    void superSignalMultiAndWebhookDecideTradeAndSayWhy() throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), CONFIGURATION);
        Map<String, String> environment = new TreeMap<>(ProductProcess.logsIn(folder));
        environment.put("HOOK", SECRET);
        try (ProductProcess product = ProductProcess.start(environment, ProductProcess.runIn(folder, config))) {
            Matcher health = HEALTH.matcher(
                    product.awaitLine("health", line -> HEALTH.matcher(line).find(), PATIENCE));
            assertThat(health.find()).isTrue();
            product.awaitLine("ready", line -> line.startsWith("ready"), PATIENCE);
            product.awaitLine(
                    "a decision of super-signal",
                    line -> line.contains("decision") && line.contains("turns ETH-USD"),
                    PATIENCE);
            product.awaitLine("a position of multi", line -> line.contains("written/BTC-USD/MAIN OPEN "), PATIENCE);
            assertThat(why("turns")).contains("turns ETH-USD", "Rotation", "Divergence");
            assertThat(why("written")).contains("written", "BTC-USD", "rsi(14)@5m", "ema(3)");
            signals(health.group(1), product);
            assertThat(product.stopInOrder(PATIENCE)).isZero();
            assertThat(product.lines()).noneMatch(line -> line.contains("FATAL"));
            assertThat(product.lines()).noneMatch(line -> line.contains(SECRET));
        }
    }

    private void signals(String health, ProductProcess product) throws Exception {
        URI webhook = URI.create(health.replace("/health", "/webhook/signal"));
        assertThat(post(webhook, "wrong", "sig-1").statusCode()).isEqualTo(401);
        HttpResponse<String> taken = post(webhook, SECRET, "sig-1");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        product.awaitLine("a position of webhook", line -> line.contains("told/SOL-USD/MAIN OPEN "), PATIENCE);
        assertThat(post(webhook, SECRET, "sig-1")).satisfies(again -> {
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(again.body()).contains("DUPLICATE_SIGNAL");
        });
        assertThat(why("told")).contains("told", "SOL-USD");
    }

    private static HttpResponse<String> post(URI webhook, String secret, String id) throws Exception {
        String body =
                "{\"id\":\"" + id + "\",\"strategy\":\"told\",\"market\":\"SOL-USD\",\"action\":\"buy\",\"time\":\""
                        + Instant.now() + "\"}";
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(webhook)
                            .header("Authorization", "Bearer " + secret)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String why(String strategy) throws Exception {
        try (ProductProcess asked = ProductProcess.start(
                Map.of(), "why", strategy, "--data-dir", folder.resolve("data").toString())) {
            assertThat(asked.awaitExit(PATIENCE)).isZero();
            return String.join("\n", asked.lines());
        }
    }
}
