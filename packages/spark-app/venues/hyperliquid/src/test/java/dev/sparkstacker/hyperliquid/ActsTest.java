package dev.sparkstacker.hyperliquid;

import static dev.sparkstacker.hyperliquid.fake.Scenario.ETH;
import static dev.sparkstacker.hyperliquid.fake.Scenario.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.command.Command.CancelOrders;
import dev.sparkstacker.domain.command.Command.PlaceOrders;
import dev.sparkstacker.domain.command.Command.SetLeverage;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.AnswerEvent.CancelAccepted;
import dev.sparkstacker.domain.event.AnswerEvent.CancelRejected;
import dev.sparkstacker.domain.event.AnswerEvent.CancelUnanswered;
import dev.sparkstacker.domain.event.AnswerEvent.LeverageConfirmed;
import dev.sparkstacker.domain.event.AnswerEvent.LeverageUnconfirmed;
import dev.sparkstacker.domain.event.AnswerEvent.OrderExecuted;
import dev.sparkstacker.domain.event.AnswerEvent.OrderRejected;
import dev.sparkstacker.domain.event.AnswerEvent.OrderResting;
import dev.sparkstacker.domain.event.AnswerEvent.OrderUnanswered;
import dev.sparkstacker.hyperliquid.fake.FakeVenue;
import dev.sparkstacker.hyperliquid.fake.FakeVenue.Answer;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.sign.RequestSigner;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActsTest {
    @TempDir
    Path folder;

    private Scenario scenario;
    private FakeVenue venue;

    @SuppressWarnings("NullAway.Init") // JUnit sets the scenario up before each test
    ActsTest() {}

    @BeforeEach
    void start() throws Exception {
        scenario = new Scenario(folder).start();
        venue = scenario.venue();
    }

    @AfterEach
    void stop() throws Exception {
        scenario.close();
    }

    private ClientOrderId place() {
        ClientOrderId id = scenario.mint();
        scenario.connector().submit(new PlaceOrders(MAIN, List.of(Scenario.entry(id)), scenario.soon()));
        return id;
    }

    private static String statuses(String... elements) {
        return "{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"data\":{\"statuses\":["
                + String.join(",", elements) + "]}}}";
    }

    private static String cancelled(String... elements) {
        return statuses(elements).replace("\"order\"", "\"cancel\"");
    }

    @Test
    void anOrderGoesOutSignedByTheAccountWithItsClientIdAndExpiry() throws Exception {
        venue.nextExchange(statuses("{\"resting\":{\"oid\":77}}"));
        long expiry = scenario.soon();
        ClientOrderId id = scenario.mint();
        scenario.connector().submit(new PlaceOrders(MAIN, List.of(Scenario.entry(id)), expiry));
        scenario.events().await1(OrderResting.class);

        ExchangeRequest request = ExchangeRequest.read(Json.parse(venue.acted().getFirst()));
        assertThat(RequestSigner.recover(request, Network.TESTNET)).contains(Scenario.SIGNER.address());
        assertThat(request.expiresAfter()).isEqualTo(expiry);
        assertThat(request.vaultAddress()).isNull();
        assertThat(Json.text(request.action()))
                .isEqualTo(
                        "{\"type\":\"order\",\"orders\":[{\"a\":1,\"b\":true,\"p\":\"2500\",\"s\":\"0.01\",\"r\":false,"
                                + "\"t\":{\"limit\":{\"tif\":\"Ioc\"}},\"c\":\"" + id + "\"}],\"grouping\":\"na\"}");
    }

    @Test
    void eachOrderOfABatchGetsItsOwnAnswer() {
        venue.nextExchange(statuses(
                "{\"resting\":{\"oid\":1}}",
                "{\"filled\":{\"totalSz\":\"0.01\",\"avgPx\":\"2499.5\",\"oid\":2}}",
                "{\"error\":\"Order must have minimum value of $10. asset=1\"}"));
        List<ClientOrderId> ids = List.of(scenario.mint(), scenario.mint(), scenario.mint());
        List<ApprovedOrder> orders = ids.stream().map(Scenario::entry).toList();
        scenario.connector().submit(new PlaceOrders(MAIN, orders, scenario.soon()));

        assertThat(scenario.events().awaitCount(AnswerEvent.class, 3))
                .containsExactly(
                        new OrderResting(MAIN, ids.get(0), 1),
                        new OrderExecuted(MAIN, ids.get(1), 2, Quantity.of("0.01"), Price.of("2499.5")),
                        new OrderRejected(MAIN, ids.get(2), "Order must have minimum value of $10. asset=1"));
    }

    @Test
    void oneErrorForTheWholeBatchRejectsEveryOrder() {
        venue.nextExchange(statuses("{\"error\":\"Price too far from oracle asset=1\"}"));
        List<ApprovedOrder> orders =
                Stream.of(scenario.mint(), scenario.mint()).map(Scenario::entry).toList();
        scenario.connector().submit(new PlaceOrders(MAIN, orders, scenario.soon()));

        assertThat(scenario.events().awaitCount(OrderRejected.class, 2))
                .allMatch(rejected -> rejected.venueReason().startsWith("Price too far"));
    }

    @Test
    void aRefusedRequestRejectsItsOrders() {
        venue.nextExchange("{\"status\":\"err\",\"response\":\"Action already expired\"}");
        ClientOrderId id = place();
        assertThat(scenario.events().await1(OrderRejected.class))
                .isEqualTo(new OrderRejected(MAIN, id, "Action already expired"));
    }

    static Stream<Arguments> unknownOutcomes() {
        return Stream.of(
                Arguments.of("no answer in time", new Answer.Silence()),
                Arguments.of("server error", new Answer.Body(500, "null")),
                Arguments.of("gateway page", new Answer.Body(502, "<html><body>Bad gateway</body></html>")),
                Arguments.of("throttled", new Answer.Body(429, "null")),
                Arguments.of("a page in the place of JSON", new Answer.Body(200, "<html></html>")),
                Arguments.of("null", new Answer.Body(200, "null")),
                Arguments.of("half an answer", new Answer.Body(200, "{\"status\":\"ok\",\"respo")),
                Arguments.of("an answer to something else", new Answer.Body(200, cancelled("\"success\""))),
                Arguments.of(
                        "too many replies", new Answer.Body(200, statuses("\"waitingForFill\"", "\"waitingForFill\""))),
                Arguments.of(
                        "a duplicate nonce, which an earlier sending must have used",
                        new Answer.Body(
                                200, "{\"status\":\"err\",\"response\":\"Invalid nonce: duplicate nonce 17411\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknownOutcomes")
    void whatNobodyKnowsIsAnsweredAsUnknownAndSentOnce(String name, Answer answer) {
        venue.nextExchange(answer);
        ClientOrderId id = place();
        assertThat(scenario.events().await1(OrderUnanswered.class).order()).isEqualTo(id);
        assertThat(scenario.events().of(AnswerEvent.class)).hasSize(1);
        assertThat(venue.acted()).hasSize(1);
    }

    @Test
    void afterALostConnectionTheSameBytesAreSentAgain() {
        venue.nextExchange(new Answer.Reset());
        venue.nextExchange(new Answer.Truncated("{\"status\":"));
        venue.nextExchange(statuses("{\"resting\":{\"oid\":9}}"));
        ClientOrderId id = place();
        assertThat(scenario.events().await1(OrderResting.class)).isEqualTo(new OrderResting(MAIN, id, 9));
        assertThat(venue.acted()).hasSize(3);
        assertThat(venue.acted().stream().distinct()).hasSize(1);
    }

    @Test
    void aRepetitionThatFindsItsNonceUsedMeansThatTheFirstSendingWentThrough() {
        venue.nextExchange(new Answer.Reset());
        venue.nextExchange("{\"status\":\"err\",\"response\":\"Invalid nonce: duplicate nonce 1741107452532\"}");
        ClientOrderId id = place();
        assertThat(scenario.events().await1(OrderUnanswered.class).order()).isEqualTo(id);
        assertThat(scenario.events().of(OrderRejected.class)).isEmpty();
    }

    @Test
    void aConnectionThatKeepsBreakingIsTriedThreeTimesAndStaysUnknown() {
        for (int i = 0; i < 10; i++) {
            venue.nextExchange(new Answer.Truncated("{"));
        }
        ClientOrderId id = place();
        assertThat(scenario.events().await1(OrderUnanswered.class).order()).isEqualTo(id);
        assertThat(venue.acted()).hasSize(3);
    }

    @Test
    void aRequestThatTheVenueCouldNotReadIsProvedNotTaken() {
        venue.nextExchange(new Answer.Body(422, "Failed to deserialize the JSON body into the target type"));
        ClientOrderId id = place();
        OrderRejected rejected = scenario.events().await1(OrderRejected.class);
        assertThat(rejected.order()).isEqualTo(id);
        assertThat(rejected.venueReason()).contains("HTTP 422").contains("Failed to deserialize");
    }

    @Test
    void actsOfOneAccountLeaveInTheirOrderWithEverLargerNonces() throws Exception {
        for (int i = 0; i < 20; i++) {
            venue.nextExchange(statuses("{\"resting\":{\"oid\":" + i + "}}"));
        }
        List<ClientOrderId> placed = Stream.generate(this::place).limit(20).toList();
        scenario.events().awaitCount(OrderResting.class, 20);
        assertThat(scenario.events().of(OrderResting.class))
                .extracting(OrderResting::order)
                .containsExactlyElementsOf(placed);
        long before = 0;
        for (String body : venue.acted()) {
            long nonce = ExchangeRequest.read(Json.parse(body)).nonce();
            assertThat(nonce).isGreaterThan(before);
            before = nonce;
        }
    }

    @Test
    void anExitDoesNotWaitForTheWholeTimeoutOfAnUnansweredEntry() {
        venue.nextExchange(new Answer.Silence());
        venue.nextExchange(cancelled("\"success\""));
        place();
        ClientOrderId id = scenario.mint();
        scenario.connector().submit(new CancelOrders(MAIN, ETH, List.of(id)));
        assertThat(scenario.events().await1(CancelAccepted.class).order()).isEqualTo(id);
    }

    @Test
    void aCancelTellsApartGoneNothingToCancelAndUnknown() {
        venue.nextExchange(cancelled(
                "\"success\"",
                "{\"error\":\"Order was never placed, already canceled, or filled. asset=1\"}",
                "{\"error\":\"Trading is halted.\"}"));
        List<ClientOrderId> ids = List.of(scenario.mint(), scenario.mint(), scenario.mint());
        scenario.connector().submit(new CancelOrders(MAIN, ETH, ids));
        scenario.events().awaitCount(AnswerEvent.class, 3);
        assertThat(scenario.events().of(CancelAccepted.class))
                .extracting(CancelAccepted::order)
                .containsExactly(ids.get(0));
        assertThat(scenario.events().of(CancelRejected.class))
                .extracting(CancelRejected::order)
                .containsExactly(ids.get(1));
        assertThat(scenario.events().of(CancelUnanswered.class))
                .extracting(CancelUnanswered::order)
                .containsExactly(ids.get(2));
    }

    @Test
    void leverageIsConfirmedOnlyAsReadBack() {
        venue.info("activeAssetData", request -> assetData("isolated", 10));
        venue.nextExchange("{\"status\":\"ok\",\"response\":{\"type\":\"default\"}}");
        scenario.connector().submit(new SetLeverage(MAIN, ETH, new Leverage(10), MarginMode.ISOLATED));
        assertThat(scenario.events().await1(LeverageConfirmed.class))
                .isEqualTo(new LeverageConfirmed(MAIN, ETH, new Leverage(10), MarginMode.ISOLATED));
    }

    @Test
    void leverageThatTheVenueDidNotTakeIsUnconfirmed() {
        venue.info("activeAssetData", request -> assetData("cross", 20));
        venue.nextExchange("{\"status\":\"err\",\"response\":\"Cannot switch leverage type with open position.\"}");
        scenario.connector().submit(new SetLeverage(MAIN, ETH, new Leverage(10), MarginMode.ISOLATED));
        assertThat(scenario.events().await1(LeverageUnconfirmed.class).detail())
                .contains("Cannot switch leverage type")
                .contains("20x");
    }

    private static String assetData(String mode, int leverage) {
        String rawUsd = mode.equals("isolated") ? ",\"rawUsd\":\"0.0\"" : "";
        return "{\"user\":\"" + Scenario.ADDRESS + "\",\"coin\":\"ETH\",\"leverage\":{\"type\":\"" + mode
                + "\",\"value\":"
                + leverage + rawUsd + "},\"maxTradeSzs\":[\"1.0\",\"1.0\"],\"availableToTrade\":[\"1.0\",\"1.0\"],"
                + "\"markPx\":\"2500.0\"}";
    }
}
