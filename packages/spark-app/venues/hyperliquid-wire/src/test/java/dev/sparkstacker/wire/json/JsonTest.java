package dev.sparkstacker.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.BatchOutcome;
import dev.sparkstacker.wire.exchange.CancelReply;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.exchange.OrderReply;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.OrderStatus;
import dev.sparkstacker.wire.json.WireException.Reason;
import dev.sparkstacker.wire.ws.Subscription;
import dev.sparkstacker.wire.ws.WsMessage;
import dev.sparkstacker.wire.ws.WsRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final long SEED = 99;

    private static void refused(Reason reason, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        WireException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void textThatIsNotStrictJsonIsRefusedWithItsReason() {
        refused(Reason.NOT_JSON, () -> Json.parse("Websocket connection established."));
        refused(Reason.NOT_JSON, () -> Json.parse(""));
        refused(Reason.NOT_JSON, () -> Json.parse("{\"a\":NaN}"));
        refused(Reason.NOT_JSON, () -> Json.parse("{} {}"));
        refused(Reason.NOT_JSON, () -> Json.parse("{\"a\":1"));
        refused(Reason.NOT_JSON, () -> Json.parse(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'}));
        refused(Reason.DUPLICATE_KEY, () -> Json.parse("{\"a\":1,\"a\":2}"));
        refused(Reason.TOO_DEEP, () -> Json.parse("[".repeat(10_000) + "]".repeat(10_000)));
        refused(Reason.TOO_LARGE, () -> Json.parse("9".repeat(100_000)));
        refused(Reason.TOO_LARGE, () -> Json.parse(new byte[Json.MAX_BYTES + 1]));
    }

    @Test
    void aNumberWhereADecimalStringBelongsIsRefusedWithItsPath() {
        String frame =
                "{\"channel\":\"bbo\",\"data\":{\"coin\":\"BTC\",\"time\":1,\"bbo\":[{\"px\":1.5,\"sz\":\"1\",\"n\":1},null]}}";
        assertThatThrownBy(() -> Json.read(WsMessage.class, frame)).hasMessageContaining("/data/bbo/0/px");
        refused(Reason.WRONG_TYPE, () -> Json.read(WsMessage.class, frame));
        refused(Reason.BAD_NUMBER, () -> Json.read(WsMessage.class, frame.replace("1.5", "\"NaN\"")));
        refused(Reason.MISSING_FIELD, () -> Json.read(WsMessage.class, frame.replace("\"px\":1.5,", "")));
        refused(Reason.UNKNOWN_TYPE, () -> Json.read(WsRequest.class, "{\"method\":\"dance\"}"));
        refused(
                Reason.BAD_VALUE,
                () -> Json.read(WsMessage.class, frame.replace("1.5", "\"1\"").replace(",null]", "]")));
    }

    @Test
    void decimalsNeverPassThroughADouble() throws WireException {
        assertThat(Json.parse("{\"a\":0.1234567890123456789012345}")
                        .get("a")
                        .decimalValue()
                        .toPlainString())
                .isEqualTo("0.1234567890123456789012345");
    }

    @Test
    void aServerReadsWhatAClientWrites() throws WireException {
        InfoRequest<?> request = new InfoRequest.UserFillsByTime("0xabc", 5, null, null, null);
        assertThat(Json.text(request.tree()))
                .isEqualTo("{\"type\":\"userFillsByTime\",\"user\":\"0xabc\",\"startTime\":5}");
        assertThat(InfoRequest.read(request.tree())).isEqualTo(request);
        assertThat(InfoRequest.read(Json.parse("{\"type\":\"somethingNew\",\"x\":1}")))
                .isInstanceOf(InfoRequest.Other.class);
    }

    @Test
    void aSubscriptionIsEchoedWithItsDefaults() {
        assertThat(new Subscription.L2Book("BTC", null, null, null).normalised().toString())
                .isEqualTo("{\"type\":\"l2Book\",\"coin\":\"BTC\",\"nSigFigs\":null,\"mantissa\":null,\"fast\":false}");
    }

    @Test
    void theThreeLayersOfFailureAreTold() throws WireException {
        ExchangeResponse refused = read("{'status':'err','response':'Action already expired'}");
        ExchangeResponse one =
                read("{'status':'ok','response':{'type':'order','data':{'statuses':[{'error':'Price too far'}]}}}");
        ExchangeResponse mixed = read(
                "{'status':'ok','response':{'type':'order','data':{'statuses':[{'resting':{'oid':7}},'waitingForFill']}}}");
        ExchangeResponse cancels =
                read("{'status':'ok','response':{'type':'cancel','data':{'statuses':['success',{'error':'x'}]}}}");

        assertThat(BatchOutcome.ofOrders(refused, 2)).isEqualTo(new BatchOutcome.AllFailed<>("Action already expired"));
        assertThat(BatchOutcome.ofOrders(one, 3)).isEqualTo(new BatchOutcome.AllFailed<>("Price too far"));
        assertThat(BatchOutcome.ofOrders(one, 1))
                .isEqualTo(new BatchOutcome.PerElement<>(List.of(new OrderReply.Failed("Price too far"))));
        assertThat(BatchOutcome.ofOrders(mixed, 2))
                .isEqualTo(new BatchOutcome.PerElement<>(
                        List.of(new OrderReply.Resting(7, null), new OrderReply.WaitingForFill())));
        assertThat(BatchOutcome.ofOrders(mixed, 5)).isInstanceOf(BatchOutcome.Mismatched.class);
        assertThat(BatchOutcome.ofCancels(cancels, 2))
                .isEqualTo(
                        new BatchOutcome.PerElement<>(List.of(new CancelReply.Success(), new CancelReply.Failed("x"))));
        assertThat(BatchOutcome.ofCancels(mixed, 2)).isInstanceOf(BatchOutcome.Mismatched.class);
    }

    private static ExchangeResponse read(String text) throws WireException {
        return ExchangeResponse.read(Json.parse(text.replace('\'', '"')));
    }

    @Test
    void aNewStatusIsReadByItsEnding() {
        assertThat(new OrderStatus("someNewReasonRejected").phase()).isEqualTo(OrderStatus.Phase.REJECTED);
        assertThat(new OrderStatus("someNewReasonCanceled").phase()).isEqualTo(OrderStatus.Phase.CANCELED);
        assertThat(new OrderStatus("dancing").phase()).isEqualTo(OrderStatus.Phase.UNKNOWN);
        assertThat(OrderStatus.OPEN.phase()).isEqualTo(OrderStatus.Phase.LIVE);
    }

    @Test
    void mutatedMessagesAreReadOrRefusedAndNothingElse() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        List<String> messages = List.of(
                "{\"type\":\"order\",\"orders\":[{\"a\":0,\"b\":true,\"p\":\"1.5\",\"s\":\"2\",\"r\":false,\"t\":{\"trigger\":{\"isMarket\":true,\"triggerPx\":\"3\",\"tpsl\":\"sl\"}},\"c\":\"0x00\"}],\"grouping\":{\"p\":5}}",
                "{\"channel\":\"user\",\"data\":{\"nonUserCancel\":[{\"coin\":\"ETH\",\"oid\":5}]}}",
                "{\"status\":\"ok\",\"response\":{\"type\":\"twapOrder\",\"data\":{\"status\":{\"running\":{\"twapId\":3}}}}}",
                "{\"type\":\"orderStatus\",\"user\":\"0x1\",\"oid\":\"0x00\"}");
        for (int i = 0; i < 40_000; i++) {
            byte[] bytes = messages.get(i % messages.size()).getBytes(StandardCharsets.UTF_8);
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                String alphabet = "{}[]\",:0e.-ntf\\\u0001";
                bytes[random.nextInt(bytes.length)] = random.nextInt(8) == 0
                        ? (byte) random.nextInt(256)
                        : (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            for (Class<?> type : List.of(Action.class, WsMessage.class, ExchangeResponse.class, InfoRequest.class)) {
                survives(type, bytes);
            }
        }
    }

    private static void survives(Class<?> type, byte[] bytes) {
        try {
            assertThat(Json.read(type, bytes)).isNotNull();
        } catch (WireException e) {
            assertThat(e.reason()).isNotNull();
        }
    }
}
