package dev.sparkstacker.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.clock.MachineClock;
import dev.sparkstacker.sandbox.clock.VenueClock;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.sandbox.price.CombinedSource;
import dev.sparkstacker.sandbox.price.PriceSource;
import dev.sparkstacker.sandbox.price.SeededGenerator;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A client that other people wrote for the real venue, {@code @nktkas/hyperliquid}, trades on the sandbox unmodified. */
class ForeignClientTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "packages/spark-app/venues/sandbox"), "src", "test", "node");
    private static final String KEY = "44".repeat(32);
    private static final String AGENT_KEY = "55".repeat(32);
    private static final long SEED = 20_261_120;
    private static final long HOUR_MS = 3_600_000L;

    private record Run(int exitCode, List<String> lines) {}

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void theForeignClientPlacesModifiesCancelsQueriesAndFollows() throws Exception {
        installClient();
        Signer user = new Signer(PrivateKey.ofHex(KEY));
        MachineClock machine = MachineClock.system();
        long start = machine.millis() / 60_000 * 60_000;
        Instrument btc = new Instrument(new MarketId("BTC"), 0, 5, new Leverage(40), false, Usd.of("10"));
        Instrument eth = new Instrument(new MarketId("ETH"), 1, 4, new Leverage(25), false, Usd.of("10"));
        PriceSource source = new CombinedSource(List.of(
                new SeededGenerator(btc, SEED, Price.of("65000"), start - 6 * HOUR_MS, start),
                new SeededGenerator(eth, SEED, Price.of("3000"), start - 6 * HOUR_MS, start)));
        VenueLoop loop = new VenueLoop(new VenueCore(
                List.of(MarketSpec.of(btc), MarketSpec.of(eth)),
                VenueRules.venue(),
                source,
                new VenueClock(machine, start, 60_000),
                new ExchangeListener() {}));
        loop.core().exchange().openAccount(new Address(user.address().text()), "foreign", Usd.of("10000"));
        loop.start();
        try (loop;
                VenueServer server = VenueServer.start(
                        ServerConfig.loopback(0), loop, VenueDesk.Setup.of(VenueLimits.venue(), FaultPlan.none()))) {
            List<String> command = node();
            command.addAll(List.of("client.mjs", server.httpUrl(), server.wsUrl(), KEY, AGENT_KEY));
            Run run = run(command, 120);

            assertThat(run.exitCode).as(String.join("\n", run.lines)).isZero();
            assertThat(steps(run))
                    .containsExactly(
                            "meta",
                            "market",
                            "candles",
                            "account",
                            "subscribed",
                            "leverage",
                            "rest",
                            "orderStatus",
                            "modify",
                            "batchModify",
                            "cancel",
                            "cancelByCloid",
                            "fill",
                            "position",
                            "trigger",
                            "normalTpsl",
                            "close",
                            "post",
                            "agent",
                            "refusals",
                            "orderUpdates",
                            "userFills",
                            "pushes",
                            "done");
        }
    }

    private static List<String> steps(Run run) throws Exception {
        List<String> steps = new ArrayList<>();
        for (String line : run.lines) {
            JsonNode step = Json.parse(line).path("step");
            steps.add(step.asString("not a step: " + line));
        }
        return steps;
    }

    private static void installClient() throws IOException, InterruptedException {
        assumeTrue(isOnPath("node") && isOnPath("npm"), "node and npm are needed for the foreign client");
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            Run install = run(List.of("npm", "ci", "--no-audit", "--no-fund"), 60);
            assumeTrue(
                    install.exitCode == 0,
                    "npm ci failed, perhaps for want of a network: " + String.join("\n", install.lines));
        }
    }

    /** Node before 22 has its websocket behind a flag, which later ones need not know. */
    private static List<String> node() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        if (run(List.of("node", "-p", "typeof WebSocket"), 20).lines.contains("undefined")) {
            command.add("--experimental-websocket");
        }
        return command;
    }

    private static boolean isOnPath(String program) throws InterruptedException {
        try {
            return run(List.of(program, "--version"), 20).exitCode == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static Run run(List<String> command, int atMostSeconds) throws IOException, InterruptedException {
        Path output = Files.createTempFile("foreign-client", ".out");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(atMostSeconds, TimeUnit.SECONDS);
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            return new Run(ended ? process.exitValue() : -1, lines);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }
}
