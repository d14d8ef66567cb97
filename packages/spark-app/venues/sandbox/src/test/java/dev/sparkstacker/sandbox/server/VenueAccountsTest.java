package dev.sparkstacker.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.TradingPhase;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.sign.Signer;
import dev.sparkstacker.wire.sign.UserSigning;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Accounts, money and the exchange's state as a client sees them over the sockets. */
class VenueAccountsTest {
    private static final Signer ALICE = RunningVenue.ALICE;
    private static final Signer BOB = RunningVenue.BOB;
    private static final String CHAIN = "0x66eee";
    private static final String NETWORK = "Mainnet";

    private final RunningVenue venue = new RunningVenue();

    @BeforeEach
    void waitForPrices() {
        try (SocketClient socket = connect()) {
            socket.subscribe("{\"type\":\"trades\",\"coin\":\"ETH\"}");
            socket.await("trades", data -> data.size() > 0);
        }
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private SocketClient connect() {
        return new SocketClient(venue.http, venue.server.wsUrl());
    }

    private static String user(Signer signer) {
        return signer.address().text();
    }

    private JsonNode about(String type, Signer signer) throws Exception {
        return venue.info("{\"type\":\"" + type + "\",\"user\":\"" + user(signer) + "\"}");
    }

    private JsonNode ledger(Signer signer) throws Exception {
        return venue.info(
                "{\"type\":\"userNonFundingLedgerUpdates\",\"user\":\"" + user(signer) + "\",\"startTime\":0}");
    }

    private static void subscribe(SocketClient socket, String type, Signer signer) {
        socket.subscribe("{\"type\":\"" + type + "\",\"user\":\"" + user(signer) + "\"}");
    }

    private JsonNode sign(Action.UserSigned action, long nonce) throws Exception {
        return Json.parse(venue.post(
                        "/exchange",
                        Json.text(UserSigning.sign(ALICE, action, nonce).tree()))
                .body());
    }

    private void atExchange(Consumer<Exchange> work) {
        venue.loop
                .ask(exchange -> {
                    work.accept(exchange);
                    return true;
                })
                .join();
    }

    @Test
    void marginTablesAreListedUnderMainnetsIds() throws Exception {
        JsonNode meta = venue.info("{\"type\":\"meta\"}");

        assertThat(meta.at("/universe/0/marginTableId").asInt()).isEqualTo(55);
        assertThat(Json.text(meta.path("marginTables")))
                .isEqualTo("[[55,{\"description\":\"tiered 25x\",\"marginTiers\":[{\"lowerBound\":\"0.0\","
                        + "\"maxLeverage\":25},{\"lowerBound\":\"100000000.0\",\"maxLeverage\":15}]}]]");
        assertThat(Json.text(venue.info("{\"type\":\"marginTable\",\"id\":55}")))
                .isEqualTo(Json.text(meta.at("/marginTables/0/1")));
        assertThat(Json.text(venue.info("{\"type\":\"marginTable\",\"id\":7}")))
                .isEqualTo("{\"description\":\"\",\"marginTiers\":[{\"lowerBound\":\"0.0\",\"maxLeverage\":7}]}");
    }

    @Test
    void moneyMovedToTheSpotSideIsThereAndInTheLedger() throws Exception {
        try (SocketClient socket = connect()) {
            subscribe(socket, "userNonFundingLedgerUpdates", ALICE);
            JsonNode snapshot = socket.await("userNonFundingLedgerUpdates");
            assertThat(snapshot.at("/nonFundingLedgerUpdates/0/delta/type").asString())
                    .isEqualTo("deposit");
            long nonce = venue.nextNonce();

            JsonNode reply = sign(new Action.UsdClassTransfer(CHAIN, NETWORK, "250.5", false, nonce), nonce);

            assertThat(Json.text(reply)).isEqualTo("{\"status\":\"ok\",\"response\":{\"type\":\"default\"}}");
            JsonNode told = socket.await("userNonFundingLedgerUpdates", data -> !data.has("isSnapshot"));
            assertThat(Json.text(told.at("/nonFundingLedgerUpdates/0/delta")))
                    .isEqualTo("{\"type\":\"accountClassTransfer\",\"usdc\":\"250.5\",\"toPerp\":false}");
        }
        assertThat(about("spotClearinghouseState", ALICE)
                        .at("/balances/0/total")
                        .asString())
                .isEqualTo("250.5");
        assertThat(about("clearinghouseState", ALICE).path("withdrawable").asString())
                .isEqualTo("9749.5");
        assertThat(ledger(ALICE)).hasSize(2);
    }

    @Test
    void sendsAndWithdrawalsStandInTheLedgersOfBothSides() throws Exception {
        long send = venue.nextNonce();
        sign(new Action.UsdSend(CHAIN, NETWORK, user(BOB), "10", send), send);
        long withdraw = venue.nextNonce();
        sign(new Action.Withdraw(CHAIN, NETWORK, user(ALICE), "21", withdraw), withdraw);

        String transfer = "{\"type\":\"internalTransfer\",\"usdc\":\"10.0\",\"user\":\"" + user(ALICE)
                + "\",\"destination\":\"" + user(BOB) + "\",\"fee\":\"0.0\"}";
        assertThat(Json.text(ledger(ALICE).get(1).path("delta"))).isEqualTo(transfer);
        assertThat(Json.text(ledger(BOB).get(1).path("delta"))).isEqualTo(transfer);
        assertThat(Json.text(ledger(ALICE).get(2).path("delta")))
                .isEqualTo("{\"type\":\"withdraw\",\"usdc\":\"20.0\",\"nonce\":" + withdraw + ",\"fee\":\"1.0\"}");
        long odd = venue.nextNonce();
        JsonNode refused = sign(new Action.UsdSend(CHAIN, NETWORK, user(BOB), "1.2345678", odd), odd);
        assertThat(refused.path("response").asString()).isEqualTo("Invalid send");
    }

    @Test
    void aUnifiedAccountReadsItsBalanceFromTheSpotState() throws Exception {
        assertThat(about("userAbstraction", ALICE).asString()).isEqualTo("default");
        venue.act(ALICE, "{\"type\":\"agentSetAbstraction\",\"abstraction\":\"u\"}");
        venue.order(ALICE, true, "3100", "1", "Ioc", null);

        assertThat(about("userAbstraction", ALICE).asString()).isEqualTo("unifiedAccount");
        JsonNode perp = about("clearinghouseState", ALICE);
        assertThat(perp.at("/marginSummary/accountValue").asString()).isEqualTo("0.0");
        assertThat(perp.path("withdrawable").asString()).isEqualTo("0.0");
        assertThat(perp.at("/assetPositions/0/position/szi").asString()).isEqualTo("1.0");
        JsonNode usdc = about("spotClearinghouseState", ALICE).at("/balances/0");
        assertThat(new BigDecimal(usdc.path("total").asString()))
                .as("less the fee")
                .isEqualByComparingTo("9998.649955");
        assertThat(new BigDecimal(usdc.path("hold").asString()))
                .as("3000 at 20 times")
                .isEqualByComparingTo("150");
        long nonce = venue.nextNonce();
        assertThat(sign(new Action.UsdClassTransfer(CHAIN, NETWORK, "1", true, nonce), nonce)
                        .path("response")
                        .asString())
                .isEqualTo("Action disabled when unified account is active");
    }

    @Test
    void aTwapRunsIsShownAndIsCancelled() throws Exception {
        try (SocketClient socket = connect()) {
            subscribe(socket, "userTwapSliceFills", ALICE);
            JsonNode reply = venue.act(
                    ALICE,
                    "{\"type\":\"twapOrder\",\"twap\":{\"a\":0,\"b\":true,\"s\":\"1\",\"r\":false,\"m\":60,\"t\":false}}");
            long id = reply.at("/response/data/status/running/twapId").asLong();
            assertThat(id).isPositive();
            JsonNode told = socket.await("userTwapSliceFills", data -> !data.has("isSnapshot"));
            assertThat(told.at("/twapSliceFills/0/twapId").asLong()).isEqualTo(id);
            assertThat(told.at("/twapSliceFills/0/fill/sz").asString()).isEqualTo("0.0083");

            String cancel = "{\"type\":\"twapCancel\",\"a\":0,\"t\":" + id + "}";
            assertThat(Json.text(venue.act(ALICE, cancel)))
                    .isEqualTo(
                            "{\"status\":\"ok\",\"response\":{\"type\":\"twapCancel\",\"data\":{\"status\":\"success\"}}}");
            assertThat(venue.act(ALICE, cancel)
                            .at("/response/data/status/error")
                            .asString())
                    .isEqualTo("TWAP was never placed, already canceled, or filled.");
            JsonNode history = about("twapHistory", ALICE).get(0);
            assertThat(history.at("/status/status").asString()).isEqualTo("terminated");
            assertThat(history.at("/state/minutes").asInt()).isEqualTo(60);
            assertThat(history.path("twapId").asLong()).isEqualTo(id);
        }
    }

    @Test
    void maintenanceIsShownAndOrdersAreRefused() throws Exception {
        assertThat(venue.info("{\"type\":\"exchangeStatus\"}")
                        .path("specialStatuses")
                        .isNull())
                .isTrue();
        atExchange(exchange -> exchange.phase(TradingPhase.HALTED));

        assertThat(venue.info("{\"type\":\"exchangeStatus\"}")
                        .path("specialStatuses")
                        .asString())
                .isEqualTo("halted");
        assertThat(venue.order(ALICE, true, "2900", "0.01", "Gtc", null)
                        .path("error")
                        .asString())
                .isEqualTo("Trading is halted. asset=0");
    }

    @Test
    void aLiquidationIsToldOnEveryChannelItConcerns() throws Exception {
        venue.act(ALICE, "{\"type\":\"updateLeverage\",\"asset\":0,\"isCross\":true,\"leverage\":25}");
        try (SocketClient socket = connect()) {
            subscribe(socket, "userEvents", ALICE);
            subscribe(socket, "userNonFundingLedgerUpdates", ALICE);
            venue.order(ALICE, true, "3100", "50", "Ioc", null);
            long resting = venue.order(ALICE, true, "2000", "0.1", "Gtc", null)
                    .at("/resting/oid")
                    .asLong();

            atExchange(exchange -> exchange.onContext(
                    SteadySource.ETH, exchange.nowMs(), Price.of("2820"), Price.of("2820"), Rate.ZERO));

            JsonNode liquidation =
                    socket.await("user", data -> data.has("liquidation")).path("liquidation");
            assertThat(liquidation.path("liquidated_user").asString()).isEqualTo(user(ALICE));
            assertThat(liquidation.path("liquidated_ntl_pos").asString()).isEqualTo("141000.0");
            JsonNode cancelled = socket.await("user", data -> data.has("nonUserCancel"));
            assertThat(cancelled.at("/nonUserCancel/0/oid").asLong()).isEqualTo(resting);
            JsonNode fills = socket.await("user", data -> data.at("/fills/0").has("liquidation"))
                    .path("fills");
            assertThat(fills.get(0).at("/liquidation/liquidatedUser").asString())
                    .isEqualTo(user(ALICE));
            assertThat(fills.get(0).at("/liquidation/method").asString()).isEqualTo("backstop");
            JsonNode delta = socket.await("userNonFundingLedgerUpdates", data -> !data.has("isSnapshot"))
                    .at("/nonFundingLedgerUpdates/0/delta");
            assertThat(delta.path("type").asString()).isEqualTo("liquidation");
            assertThat(delta.path("leverageType").asString()).isEqualTo("Cross");
            assertThat(Json.text(delta.path("liquidatedPositions"))).isEqualTo("[{\"coin\":\"ETH\",\"szi\":\"50.0\"}]");
        }
        String vault =
                venue.loop.ask(exchange -> exchange.vault().address().hex()).join();
        assertThat(venue.info("{\"type\":\"userRole\",\"user\":\"" + vault + "\"}")
                        .path("role")
                        .asString())
                .isEqualTo("vault");
    }

    @Test
    void aVaultsShareIsShown() throws Exception {
        String vault =
                venue.loop.ask(exchange -> exchange.vault().address().hex()).join();
        JsonNode reply = venue.act(
                ALICE,
                "{\"type\":\"vaultTransfer\",\"vaultAddress\":\"" + vault + "\",\"isDeposit\":true,\"usd\":5000000}");
        assertThat(reply.path("status").asString()).isEqualTo("ok");

        JsonNode equity = about("userVaultEquities", ALICE).get(0);
        assertThat(equity.path("vaultAddress").asString()).isEqualTo(vault);
        assertThat(equity.path("equity").asString()).isEqualTo("5.0");
        assertThat(Json.text(ledger(ALICE).get(1).path("delta")))
                .isEqualTo("{\"type\":\"vaultDeposit\",\"vault\":\"" + vault + "\",\"usdc\":\"5.0\"}");
        assertThat(venue.loop
                        .ask(exchange -> exchange.withdraw(RunningVenue.address(ALICE), Usd.of("9996")))
                        .join())
                .contains("Insufficient balance for withdrawal");
    }
}
