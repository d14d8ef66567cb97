package dev.sparkstacker.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.wire.sign.Signer;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VenueServerTest {
    private static final Signer ALICE = RunningVenue.ALICE;
    private static final Signer BOB = RunningVenue.BOB;
    private static final String CLOID = "0x000000000000000000000000000000a1";

    private RunningVenue venue = new RunningVenue();

    @BeforeEach
    void waitForPrices() {
        try (SocketClient socket = new SocketClient(venue.http, venue.server.wsUrl())) {
            socket.subscribe("{\"type\":\"trades\",\"coin\":\"ETH\"}");
            socket.await("trades", data -> data.size() > 0);
        }
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private static String user(Signer signer) {
        return signer.address().text();
    }

    @Test
    void anOrderRestsIsListedAndIsCancelled() throws Exception {
        JsonNode resting =
                venue.order(ALICE, true, "2900", "0.01", "Gtc", CLOID).path("resting");

        assertThat(resting.path("cloid").asString()).isEqualTo(CLOID);
        JsonNode open = venue.info("{\"type\":\"openOrders\",\"user\":\"" + user(ALICE) + "\"}");
        assertThat(open).hasSize(1);
        assertThat(open.get(0).path("limitPx").asString()).isEqualTo("2900.0");
        String cancel = "{\"type\":\"cancelByCloid\",\"cancels\":[{\"asset\":0,\"cloid\":\"" + CLOID + "\"}]}";
        assertThat(venue.act(ALICE, cancel).at("/response/data/statuses/0").asString())
                .isEqualTo("success");
        assertThat(venue.act(ALICE, cancel)
                        .at("/response/data/statuses/0/error")
                        .asString())
                .isEqualTo("Order was never placed, already canceled, or filled. asset=0");
        JsonNode status = venue.info(
                "{\"type\":\"orderStatus\",\"user\":\"" + user(ALICE) + "\",\"oid\":" + resting.path("oid") + "}");
        assertThat(status.at("/order/status").asString()).isEqualTo("canceled");
    }

    @Test
    void anImmediateOrderFillsAndTheAccountShowsIt() throws Exception {
        JsonNode filled = venue.order(ALICE, true, "3100", "0.02", "Ioc", null).path("filled");

        assertThat(filled.path("totalSz").asString()).isEqualTo("0.02");
        assertThat(filled.path("avgPx").asString()).isEqualTo("3000.1");
        JsonNode state = venue.info("{\"type\":\"clearinghouseState\",\"user\":\"" + user(ALICE) + "\"}");
        assertThat(state.at("/assetPositions/0/position/szi").asString()).isEqualTo("0.02");
        JsonNode fills = venue.info("{\"type\":\"userFills\",\"user\":\"" + user(ALICE) + "\"}");
        assertThat(fills.get(0).path("fee").asString()).isEqualTo("0.027");
        assertThat(fills.get(0).path("dir").asString()).isEqualTo("Open Long");
    }

    @Test
    void accountsTradeWithEachOtherAndBothAreToldOverTheSocket() throws Exception {
        try (SocketClient socket = new SocketClient(venue.http, venue.server.wsUrl())) {
            socket.subscribe("{\"type\":\"userFills\",\"user\":\"" + user(ALICE) + "\"}");
            assertThat(socket.await("userFills").path("isSnapshot").asBoolean()).isTrue();
            socket.subscribe("{\"type\":\"orderUpdates\",\"user\":\"" + user(ALICE) + "\"}");
            socket.subscribe("{\"type\":\"userEvents\",\"user\":\"" + user(ALICE) + "\"}");
            long oid = venue.order(ALICE, true, "3000", "0.01", "Alo", CLOID)
                    .at("/resting/oid")
                    .asLong();

            venue.order(BOB, false, "3000", "0.01", "Ioc", null);

            JsonNode fill = socket.await("userFills", data -> !data.has("isSnapshot"))
                    .path("fills")
                    .get(0);
            assertThat(fill.path("oid").asLong()).isEqualTo(oid);
            assertThat(fill.path("crossed").asBoolean()).isFalse();
            assertThat(fill.path("cloid").asString()).isEqualTo(CLOID);
            socket.await(
                    "orderUpdates",
                    data -> data.get(0).path("status").asString().equals("open"));
            JsonNode last = socket.await(
                    "orderUpdates",
                    data -> data.get(data.size() - 1).path("status").asString().equals("filled"));
            assertThat(last.get(last.size() - 1).at("/order/sz").asString()).isEqualTo("0.0");
            assertThat(socket.await("user", data -> data.has("fills"))
                            .at("/fills/0/oid")
                            .asLong())
                    .isEqualTo(oid);
        }
    }

    @Test
    void aModifyGivesANewOrderIdUnderTheSameClientId() throws Exception {
        long oid = venue.order(ALICE, true, "2900", "0.01", "Gtc", CLOID)
                .at("/resting/oid")
                .asLong();

        JsonNode reply = venue.act(ALICE, """
                {"type":"batchModify","modifies":[{"oid":%d,"order":{"a":0,"b":true,"p":"2910","s":"0.01","r":false,\
                "t":{"limit":{"tif":"Gtc"}},"c":"%s"}}]}""".formatted(oid, CLOID));

        assertThat(reply.at("/response/type").asString()).isEqualTo("order");
        assertThat(reply.at("/response/data/statuses/0/resting/oid").asLong()).isGreaterThan(oid);
    }

    @Test
    void refusalsCarryTheVenuesOwnTexts() throws Exception {
        assertThat(venue.order(ALICE, true, "2900", "0.001", "Gtc", null)
                        .path("error")
                        .asString())
                .isEqualTo("Order must have minimum value of $10. asset=0");
        assertThat(venue.order(ALICE, true, "3100", "0.01", "Alo", null)
                        .path("error")
                        .asString())
                .isEqualTo("Post only order would have immediately matched, bbo was 2999.9@3000.1. asset=0");
        assertThat(venue.order(ALICE, true, "2900", "0.01", "Ioc", null)
                        .path("error")
                        .asString())
                .isEqualTo("Order could not immediately match against any resting orders. asset=0");
        assertThat(venue.act(ALICE, "{\"type\":\"updateLeverage\",\"asset\":0,\"isCross\":true,\"leverage\":99}")
                        .path("response")
                        .asString())
                .isEqualTo("Invalid leverage value");
    }

    @Test
    void aNonceIsTakenOnce() throws Exception {
        long nonce = venue.nextNonce();
        venue.act(ALICE, "{\"type\":\"noop\"}", nonce, null);

        JsonNode again = venue.act(ALICE, "{\"type\":\"noop\"}", nonce, null);

        assertThat(again.path("status").asString()).isEqualTo("err");
        assertThat(again.path("response").asString()).isEqualTo("Invalid nonce: duplicate nonce " + nonce);
        assertThat(venue.act(ALICE, "{\"type\":\"noop\"}", 5, null)
                        .path("response")
                        .asString())
                .startsWith("Invalid nonce: nonce too low 5 < ");
    }

    @Test
    void aStrangersOrForgedSignatureIsAnsweredWithTheAddressItRecovers() throws Exception {
        assertThat(venue.act(RunningVenue.STRANGER, "{\"type\":\"noop\"}")
                        .path("response")
                        .asString())
                .isEqualTo("User or API Wallet " + user(RunningVenue.STRANGER) + " does not exist.");
        String forged = venue.signed(
                        ALICE, RunningVenue.orderAction(true, "2900", "0.01", "Gtc", null), venue.nextNonce(), null)
                .replace("2900", "2901");
        assertThat(venue.post("/exchange", forged).body())
                .contains("User or API Wallet 0x")
                .doesNotContain(user(ALICE));
        String unreadable = venue.signed(ALICE, "{\"type\":\"noop\"}", venue.nextNonce(), null)
                .replaceFirst("\"r\":\"0x[0-9a-f]+\"", "\"r\":\"0x0\"");
        assertThat(venue.post("/exchange", unreadable).body()).contains("Unable to recover signer.");
    }

    @Test
    void anExpiredActionIsRefused() throws Exception {
        JsonNode reply = venue.act(ALICE, "{\"type\":\"noop\"}", venue.nextNonce(), 1_000L);

        assertThat(reply.path("response").asString()).isEqualTo("Action already expired");
    }

    @Test
    void malformedRequestsAre422AndUnknownCoinsAreNull() throws Exception {
        HttpResponse<String> unknown = venue.post("/info", "{\"type\":\"noSuchThing\"}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).isEqualTo("Failed to deserialize the JSON body into the target type");
        assertThat(venue.post("/info", "{").statusCode()).isEqualTo(422);
        assertThat(venue.post("/exchange", "{\"action\":{\"type\":\"order\"}}").statusCode())
                .isEqualTo(422);
        assertThat(venue.post("/info", "{\"type\":\"l2Book\",\"coin\":\"NONE\"}")
                        .body())
                .isEqualTo("null");
    }

    @Test
    void candlesComeFromHistoryAndAreAggregated() throws Exception {
        String request = "{\"type\":\"candleSnapshot\",\"req\":{\"coin\":\"ETH\",\"interval\":\"%s\",\"startTime\":0}}";

        JsonNode minutes = venue.info(request.formatted("1m"));
        JsonNode hours = venue.info(request.formatted("1h"));

        assertThat(minutes.size()).isGreaterThanOrEqualTo(SteadySource.HISTORY_BARS);
        assertThat(hours.size()).isBetween(4, 5);
        assertThat(hours.get(1).path("n").asLong()).isEqualTo(60);
        assertThat(venue.info(request.formatted("1M")).size()).isBetween(1, 2);
        assertThat(hours.get(1).path("T").asLong() - hours.get(1).path("t").asLong())
                .isEqualTo(3_599_999);
    }

    @Test
    void aClientOverItsWeightGets429WithNull() throws Exception {
        venue.close();
        venue = new RunningVenue(VenueLimits.venue().withWeightPerMinute(20));
        venue.info("{\"type\":\"meta\"}");

        HttpResponse<String> refused = venue.post("/info", "{\"type\":\"meta\"}");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("null");
    }

    @Test
    void faultsLoseTheReplyButNotTheOrder() throws Exception {
        venue.faults.next(Edge.EXCHANGE, new Fault.LostReply(), 1);
        String order = venue.signed(
                ALICE, RunningVenue.orderAction(true, "2900", "0.01", "Gtc", CLOID), venue.nextNonce(), null);

        assertThatThrownBy(() -> venue.post("/exchange", order)).isInstanceOf(IOException.class);

        assertThat(venue.post("/exchange", order).body()).contains("duplicate nonce");
        assertThat(venue.info("{\"type\":\"openOrders\",\"user\":\"" + user(ALICE) + "\"}"))
                .hasSize(1);
        venue.faults.next(Edge.INFO, new Fault.ResetMidBody(), 1);
        assertThatThrownBy(() -> venue.post("/info", "{\"type\":\"meta\"}")).isInstanceOf(IOException.class);
        venue.faults.next(Edge.INFO, new Fault.HtmlPage(Fault.Moment.AFTER), 1);
        assertThat(venue.post("/info", "{\"type\":\"meta\"}").statusCode()).isEqualTo(502);
    }

    @Test
    void aPortInUseIsNamed() {
        ServerConfig taken = ServerConfig.loopback(venue.server.port());

        assertThatThrownBy(() ->
                        VenueServer.start(taken, venue.loop, VenueDesk.Setup.of(VenueLimits.venue(), venue.faults)))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining(String.valueOf(venue.server.port()))
                .hasMessageContaining("in use");
    }
}
