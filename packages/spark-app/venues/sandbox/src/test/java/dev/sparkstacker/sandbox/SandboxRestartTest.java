package dev.sparkstacker.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.persist.StateException;
import dev.sparkstacker.sandbox.price.SourceKind;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.exchange.Grouping;
import dev.sparkstacker.wire.exchange.OrderSpec;
import dev.sparkstacker.wire.exchange.OrderType;
import dev.sparkstacker.wire.exchange.Tif;
import dev.sparkstacker.wire.exchange.TpSl;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.sign.L1Signing;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole sandbox over real sockets and files: it trades, is killed, and knows everything afterwards. */
class SandboxRestartTest {
    private static final Signer OWNER = new Signer(PrivateKey.ofHex("0x" + "11".repeat(32)));
    private static final Signer AGENT = new Signer(PrivateKey.ofHex("0x" + "22".repeat(32)));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private static SandboxConfig config(Path folder, int speedPermille) {
        return new SandboxConfig(
                List.of(
                        new SandboxMarket(new MarketId("BTC"), 5, 40, Price.of("95000")),
                        new SandboxMarket(new MarketId("ETH"), 4, 25, Price.of("2500"))),
                List.of(new SandboxAccount("main", OWNER.address(), Usd.of("10000"), List.of(AGENT.address()))),
                speedPermille,
                150,
                Usd.of("10"),
                "127.0.0.1",
                0,
                7,
                null,
                null,
                folder);
    }

    private static JsonNode post(Sandbox sandbox, String path, JsonNode body) throws Exception {
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.parse(response.body());
    }

    private static JsonNode act(Sandbox sandbox, Action action, long nonce) throws Exception {
        ExchangeRequest request = L1Signing.sign(AGENT, action, nonce, null, null, Network.MAINNET);
        return post(sandbox, "/exchange", request.tree());
    }

    private static JsonNode info(Sandbox sandbox, InfoRequest<?> request) throws Exception {
        return post(sandbox, "/info", request.tree());
    }

    private static OrderSpec order(boolean buy, String size, BigDecimal price, boolean reduceOnly, OrderType type) {
        return new OrderSpec(1, buy, price, new BigDecimal(size), reduceOnly, type, null);
    }

    private static Action place(OrderSpec... orders) {
        return new Action.Order(List.of(orders), Grouping.NONE, null);
    }

    private static BigDecimal price(Sandbox sandbox, String factor) throws Exception {
        BigDecimal mid = new BigDecimal(
                info(sandbox, new InfoRequest.AllMids(null)).get("ETH").stringValue());
        return mid.multiply(new BigDecimal(factor)).setScale(0, RoundingMode.HALF_UP);
    }

    private static void trade(Sandbox sandbox, long nonce) throws Exception {
        JsonNode opened = act(
                sandbox, place(order(true, "0.1", price(sandbox, "1.04"), false, new OrderType.Limit(Tif.IOC))), nonce);
        assertThat(opened.at("/response/data/statuses/0/filled/totalSz").stringValue())
                .isEqualTo("0.1");
        BigDecimal trigger = price(sandbox, "0.8");
        JsonNode stop = act(
                sandbox,
                place(order(
                        false,
                        "0.1",
                        price(sandbox, "0.7"),
                        true,
                        new OrderType.Trigger(true, trigger, TpSl.STOP_LOSS))),
                nonce + 1);
        assertThat(stop.at("/response/data/statuses/0/resting/oid").isIntegralNumber())
                .isTrue();
    }

    /** A copy of the folder as a kill would leave it: taken while the sandbox runs. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void afterAKillEverythingAnsweredIsStillKnownAndTimeHasGoneOn() throws Exception {
        Path copy = folder.resolve("copy");
        String user = OWNER.address().text();
        long nonce = System.currentTimeMillis();
        long venueBefore;
        JsonNode fills;
        JsonNode orders;
        try (Sandbox sandbox = Sandbox.start(config(folder.resolve("live"), 60_000))) {
            assertThat(sandbox.feedKind()).isEqualTo(SourceKind.SYNTHETIC);
            trade(sandbox, nonce);
            fills = info(sandbox, new InfoRequest.UserFills(user, null));
            orders = info(sandbox, new InfoRequest.FrontendOpenOrders(user, null));
            copy(folder.resolve("live"), copy);
            venueBefore = sandbox.venueTimeMs();
        }
        assertThat(fills).hasSize(1);
        assertThat(orders).hasSize(1);

        tearTail(copy);
        try (Sandbox again = Sandbox.start(config(copy, 1_000))) {
            assertThat(again.venueTimeMs())
                    .as("venue time never goes back by more than what was not yet told")
                    .isGreaterThan(venueBefore - 60_000);
            assertThat(info(again, new InfoRequest.UserFills(user, null))).isEqualTo(fills);
            assertThat(info(again, new InfoRequest.FrontendOpenOrders(user, null)))
                    .isEqualTo(orders);
            JsonNode duplicate = act(again, new Action.Noop(), nonce);
            assertThat(duplicate.get("response").stringValue()).isEqualTo("Invalid nonce: duplicate nonce " + nonce);
            JsonNode next = act(
                    again,
                    place(order(true, "0.1", price(again, "0.9"), false, new OrderType.Limit(Tif.GTC))),
                    nonce + 2);
            long oid = next.at("/response/data/statuses/0/resting/oid").longValue();
            assertThat(oid).isGreaterThan(orders.get(0).get("oid").longValue());
        }
    }

    private static void tearTail(Path copy) throws IOException {
        Path log = copy.resolve("synthetic-seed-7/state.jsonl");
        Files.writeString(log, "{\"venueMs\":17999,\"coun", StandardOpenOption.APPEND);
    }

    @Test
    void thePricesOfARestartContinueThoseBeforeIt() throws Exception {
        long from;
        JsonNode before;
        try (Sandbox sandbox = Sandbox.start(config(folder, 100_000))) {
            from = sandbox.venueTimeMs();
            waitUntil(sandbox, from + 180_000);
            before = candles(sandbox, from - 3_600_000, from);
        }
        try (Sandbox again = Sandbox.start(config(folder, 1_000))) {
            assertThat(candles(again, from - 3_600_000, from)).isEqualTo(before);
            JsonNode all = candles(again, 0, Long.MAX_VALUE);
            assertThat(all.size()).isBetween(4_900, 5_000);
        }
    }

    private static JsonNode candles(Sandbox sandbox, long from, long to) throws Exception {
        return info(
                sandbox,
                new InfoRequest.CandleSnapshot(new dev.sparkstacker.wire.info.CandleRange("ETH", "1m", from, to)));
    }

    private static void waitUntil(Sandbox sandbox, long venueMs) {
        org.awaitility.Awaitility.await().until(() -> sandbox.venueTimeMs() >= venueMs);
    }

    @Test
    void whatHappenedWhileItWasDownHasHappenedWhenItServesAgain() throws Exception {
        String user = OWNER.address().text();
        AtomicLong machine = new AtomicLong(System.currentTimeMillis());
        SandboxOptions usual = SandboxOptions.usual();
        SandboxOptions options = new SandboxOptions(usual.rules(), usual.limits(), usual.faults(), machine::get);
        try (Sandbox sandbox = Sandbox.start(config(folder, 1_000), options)) {
            machine.addAndGet(2_000);
            ExchangeRequest request = L1Signing.sign(
                    AGENT,
                    place(order(true, "0.1", price(sandbox, "1.04"), false, new OrderType.Limit(Tif.IOC))),
                    machine.get(),
                    null,
                    null,
                    Network.MAINNET);
            CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return post(sandbox, "/exchange", request.tree());
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            org.awaitility.Awaitility.await().until(() -> {
                machine.addAndGet(200);
                return answer.isDone();
            });
            assertThat(answer.join()
                            .at("/response/data/statuses/0/filled/totalSz")
                            .stringValue())
                    .isEqualTo("0.1");
        }
        machine.addAndGet(5 * 3_600_000L);
        try (Sandbox again = Sandbox.start(config(folder, 1_000), options)) {
            JsonNode fundings = info(again, new InfoRequest.UserFunding(user, 0, null));
            assertThat(fundings.size()).as("hourly funding of five hours").isBetween(5, 6);
            JsonNode bars = candles(again, again.venueTimeMs() - 5 * 3_600_000L, Long.MAX_VALUE);
            assertThat(bars.size()).isBetween(295, 302);
        }
    }

    @Test
    void aSecondSandboxOnTheSameFolderIsRefused() {
        try (Sandbox first = Sandbox.start(config(folder, 1_000))) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> Sandbox.start(config(folder, 1_000)))
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining("Another sandbox uses the data folder");
        }
    }

    @Test
    void aDamagedLogIsRefusedWithItsPlace() throws Exception {
        Sandbox.start(config(folder, 1_000)).close();
        Path log = folder.resolve("synthetic-seed-7/state.jsonl");
        String text = Files.readString(log);
        Files.writeString(log, "x" + text);
        assertThatThrownBy(() -> Sandbox.start(config(folder, 1_000)))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("state.jsonl:1 is damaged");
    }

    @Test
    void aRecordedMarketIsReplayedAtItsOwnTime() throws Exception {
        Path file = sharedData("bybit_ethusdt_perp_1m_cobra.csv.gz");
        org.junit.jupiter.api.Assumptions.assumeTrue(file != null, "no recorded data at ../shared/data");
        SandboxConfig base = config(folder, 60_000);
        SandboxConfig replay = new SandboxConfig(
                base.markets(),
                base.accounts(),
                base.speedPermille(),
                base.latencyMs(),
                base.minNotional(),
                base.bindAddress(),
                base.port(),
                base.seed(),
                file,
                null,
                folder);
        long reached;
        try (Sandbox sandbox = Sandbox.start(replay)) {
            assertThat(sandbox.feedKind()).isEqualTo(SourceKind.MODELLED);
            waitUntil(sandbox, sandbox.venueTimeMs() + 120_000);
            assertThat(candles(sandbox, 0, Long.MAX_VALUE).size()).isGreaterThan(200);
            reached = sandbox.venueTimeMs();
            assertThat(reached).isBetween(1_748_623_140_000L, 1_751_215_140_000L);
        }
        try (Sandbox again = Sandbox.start(replay)) {
            assertThat(again.venueTimeMs()).isGreaterThanOrEqualTo(reached - 1_000);
            assertThat(candles(again, 0, Long.MAX_VALUE).size()).isGreaterThan(200);
        }
    }

    private static @Nullable Path sharedData(String name) {
        Path file = Path.of("../shared/data", name);
        return Files.isReadable(file) ? file : null;
    }
}
