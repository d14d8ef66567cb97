package dev.sparkstacker.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.wire.json.Json;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VenueSocketTest {
    private static final String ALICE = RunningVenue.ALICE.address().text();

    private RunningVenue venue = new RunningVenue();

    @AfterEach
    void close() {
        venue.close();
    }

    private SocketClient connect() {
        return new SocketClient(venue.http, venue.server.wsUrl());
    }

    @Test
    void anAcknowledgementEchoesTheDefaultsAndEachMarketChannelSpeaks() {
        try (SocketClient socket = connect()) {
            socket.subscribe("{\"type\":\"l2Book\",\"coin\":\"ETH\"}");
            assertThat(Json.text(socket.await("subscriptionResponse").path("subscription")))
                    .isEqualTo(
                            "{\"type\":\"l2Book\",\"coin\":\"ETH\",\"nSigFigs\":null,\"mantissa\":null,\"fast\":false}");
            JsonNode book = socket.await("l2Book", data -> data.at("/levels/0").size() > 0);
            assertThat(book.at("/levels/0/0/px").asString()).isEqualTo("2999.9");
            socket.subscribe("{\"type\":\"bbo\",\"coin\":\"ETH\"}");
            assertThat(socket.await("bbo").at("/bbo/1/px").asString()).isEqualTo("3000.1");
            socket.subscribe("{\"type\":\"trades\",\"coin\":\"ETH\"}");
            assertThat(socket.await("trades", data -> data.size() > 0)
                            .at("/0/side")
                            .asString())
                    .isEqualTo("B");
            socket.subscribe("{\"type\":\"candle\",\"coin\":\"ETH\",\"interval\":\"1m\"}");
            assertThat(socket.await("candle").path("i").asString()).isEqualTo("1m");
            socket.subscribe("{\"type\":\"activeAssetCtx\",\"coin\":\"ETH\"}");
            assertThat(socket.await("activeAssetCtx").at("/ctx/oraclePx").asString())
                    .isEqualTo("3000.0");
            socket.subscribe("{\"type\":\"allMids\"}");
            assertThat(socket.await("allMids").at("/mids/ETH").asString()).isEqualTo("3000.0");
            socket.subscribe("{\"type\":\"clearinghouseState\",\"user\":\"" + ALICE + "\",\"dex\":\"\"}");
            assertThat(socket.await("clearinghouseState")
                            .at("/clearinghouseState/withdrawable")
                            .asString())
                    .isEqualTo("10000.0");
        }
    }

    @Test
    void aBarsLastStateIsToldBeforeItsSuccessorBegins() {
        try (SocketClient socket = connect()) {
            socket.subscribe("{\"type\":\"candle\",\"coin\":\"ETH\",\"interval\":\"1m\"}");
            JsonNode first = socket.await("candle", data -> data.path("n").asInt() > 1);
            long open = first.path("t").asLong();
            long next = socket.await("candle", data -> data.path("t").asLong() > open)
                    .path("t")
                    .asLong();
            socket.await("candle", data -> data.path("t").asLong() > next);

            JsonNode last = socket.frames.stream()
                    .filter(frame -> frame.path("channel").asString().equals("candle"))
                    .map(frame -> frame.path("data"))
                    .filter(data -> data.path("t").asLong() == next)
                    .reduce((_, later) -> later)
                    .orElseThrow();

            assertThat(last.path("n").asInt()).isEqualTo(60);
        }
    }

    @Test
    void mistakesAreAnsweredOnTheErrorChannel() {
        try (SocketClient socket = connect()) {
            socket.subscribe("{\"type\":\"bbo\",\"coin\":\"ETH\"}");
            socket.subscribe("{\"type\":\"bbo\",\"coin\":\"ETH\"}");
            assertThat(socket.await("error").asString())
                    .isEqualTo("Already subscribed: {\"type\":\"bbo\",\"coin\":\"ETH\"}");
            socket.send("{\"method\":\"unsubscribe\",\"subscription\":{\"type\":\"trades\",\"coin\":\"ETH\"}}");
            socket.await("error", data -> data.asString().startsWith("Already unsubscribed: {\"type\":\"trades\""));
            socket.subscribe("{\"type\":\"bbo\",\"coin\":\"NONE\"}");
            socket.await("error", data -> data.asString().startsWith("Invalid subscription {\"type\":\"bbo\""));
            socket.send("hello");
            socket.await(
                    "error", data -> data.asString().equals("Error parsing JSON into valid websocket request: hello"));
            for (int i = 0; i < 11; i++) {
                socket.subscribe("{\"type\":\"userFills\",\"user\":\"0x%040x\"}".formatted(i));
            }
            socket.await("error", data -> data.asString().equals("Cannot track more than 10 total users."));
        }
    }

    @Test
    void pingsAndPostsAreAnswered() throws Exception {
        try (SocketClient socket = connect()) {
            socket.send("{\"method\":\"ping\"}");
            socket.await("pong");
            socket.send(
                    "{\"method\":\"post\",\"id\":7,\"request\":{\"type\":\"info\",\"payload\":{\"type\":\"l2Book\",\"coin\":\"ETH\"}}}");
            JsonNode info = socket.await("post", data -> data.path("id").asInt() == 7);
            assertThat(info.at("/response/payload/type").asString()).isEqualTo("l2Book");
            assertThat(info.at("/response/payload/data/coin").asString()).isEqualTo("ETH");
            String action = venue.signed(RunningVenue.ALICE, "{\"type\":\"noop\"}", venue.nextNonce(), null);
            socket.send("{\"method\":\"post\",\"id\":8,\"request\":{\"type\":\"action\",\"payload\":" + action + "}}");
            JsonNode acted = socket.await("post", data -> data.path("id").asInt() == 8);
            assertThat(Json.text(acted.path("response")))
                    .isEqualTo(
                            "{\"type\":\"action\",\"payload\":{\"status\":\"ok\",\"response\":{\"type\":\"default\"}}}");
        }
    }

    @Test
    void aConnectionToWhichNothingIsSentIsClosed() {
        venue.close();
        venue = new RunningVenue(VenueLimits.venue().withIdleCloseMs(200));
        try (SocketClient socket = connect()) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(socket.closed::isDone);
        }
    }

    @Test
    void theConnectionAfterTheLastAllowedIsRefused() {
        venue.close();
        venue = new RunningVenue(VenueLimits.venue().withConnections(1, 30));
        try (SocketClient first = connect();
                SocketClient second = connect()) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(second.closed::isDone);
            first.send("{\"method\":\"ping\"}");
            first.await("pong");
        }
    }

    @Test
    void faultsCutAConnectionWithoutACloseFrame() {
        try (SocketClient socket = connect()) {
            venue.faults.next(Edge.WS_SEND, new Fault.Disconnect(), 1);
            socket.send("{\"method\":\"ping\"}");
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(socket.closed::isDone);
        }
    }

    @Test
    void aClientThatFallsBehindIsCutOffAndTheVenueGoesOn() throws Exception {
        venue.close();
        venue = new RunningVenue(VenueLimits.venue().withQueuedFrames(8));
        try (SocketClient socket = connect()) {
            venue.faults.next(Edge.WS_SEND, new Fault.Delay(60_000), 1);
            socket.subscribe("{\"type\":\"trades\",\"coin\":\"ETH\"}");
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(socket.closed::isDone);
        }
        assertThat(venue.info("{\"type\":\"exchangeStatus\"}").path("time").asLong())
                .isPositive();
    }
}
