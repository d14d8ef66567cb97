package dev.sparkstacker.hyperliquid;

import static dev.sparkstacker.hyperliquid.fake.Scenario.ETH;
import static dev.sparkstacker.hyperliquid.fake.Scenario.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.command.Command.ReadAccount;
import dev.sparkstacker.domain.command.Command.ReadCandles;
import dev.sparkstacker.domain.command.Command.ReadOrderStatus;
import dev.sparkstacker.domain.event.AccountEvent.AccountRead;
import dev.sparkstacker.domain.event.AccountEvent.AccountUnread;
import dev.sparkstacker.domain.event.AnswerEvent.OrderStatusRead;
import dev.sparkstacker.domain.event.AnswerEvent.OrderStatusUnread;
import dev.sparkstacker.domain.event.MarketEvent.CandlesRead;
import dev.sparkstacker.domain.event.MarketEvent.CandlesUnread;
import dev.sparkstacker.hyperliquid.fake.FakeVenue;
import dev.sparkstacker.hyperliquid.fake.FakeVenue.Answer;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReadsTest {
    private static final long MINUTE = 60_000;
    private static final long T0 = 1_750_000_020_000L;

    @TempDir
    Path folder;

    private Scenario scenario;
    private FakeVenue venue;

    @SuppressWarnings("NullAway.Init") // JUnit sets the scenario up before each test
    ReadsTest() {}

    @BeforeEach
    void start() throws Exception {
        scenario = new Scenario(folder).start();
        venue = scenario.venue();
        venue.info("frontendOpenOrders", request -> "[]");
        venue.info("userFillsByTime", request -> "[]");
        venue.info("clearinghouseState", request -> state(""));
    }

    @AfterEach
    void stop() throws Exception {
        scenario.close();
    }

    private static String state(String positions) {
        String summary = "{\"accountValue\":\"9999.99999999123\",\"totalNtlPos\":\"0.0\",\"totalRawUsd\":\"9999.5\","
                + "\"totalMarginUsed\":\"0.0\"}";
        return "{\"assetPositions\":[" + positions + "],\"marginSummary\":" + summary + ",\"crossMarginSummary\":"
                + summary + ",\"crossMaintenanceMarginUsed\":\"0.0\",\"withdrawable\":\"9000.0\",\"time\":" + T0 + "}";
    }

    private static String fill(long tid, long time, String cloid) {
        return "{\"coin\":\"ETH\",\"px\":\"2500.1\",\"sz\":\"0.01\",\"side\":\"B\",\"time\":" + time
                + ",\"startPosition\":\"0.0\",\"dir\":\"Open Long\",\"closedPnl\":\"0.0\",\"hash\":\"0x0\",\"oid\":5,"
                + "\"crossed\":true,\"fee\":\"0.01125\",\"tid\":" + tid
                + ",\"feeToken\":\"USDC\",\"twapId\":null,\"cloid\":\""
                + cloid + "\"}";
    }

    @Test
    void anAccountIsReadWithPositionsTriggersAndFills() {
        venue.info(
                "clearinghouseState",
                request -> state(
                        "{\"type\":\"oneWay\",\"position\":{\"coin\":\"ETH\",\"szi\":\"-0.0335\",\"entryPx\":\"2986.3\","
                                + "\"positionValue\":\"100.02765\",\"unrealizedPnl\":\"-0.0134\",\"returnOnEquity\":\"-0.0026789\","
                                + "\"liquidationPx\":\"2866.2693653429\",\"marginUsed\":\"4.967826\",\"maxLeverage\":25,"
                                + "\"leverage\":{\"type\":\"isolated\",\"value\":20,\"rawUsd\":\"-95.059824\"},"
                                + "\"cumFunding\":{\"allTime\":\"514.085417\",\"sinceOpen\":\"0.0\",\"sinceChange\":\"0.0\"}}}"));
        ClientOrderId id = scenario.mint();
        venue.info(
                "frontendOpenOrders",
                request -> "[{\"coin\":\"ETH\",\"side\":\"B\",\"limitPx\":\"3300.0\",\"sz\":\"0.0335\",\"oid\":8,"
                        + "\"timestamp\":" + T0 + ",\"triggerCondition\":\"Price above 3000\",\"isTrigger\":true,"
                        + "\"triggerPx\":\"3000.0\",\"children\":[],\"isPositionTpsl\":false,\"reduceOnly\":true,"
                        + "\"orderType\":\"Stop Market\",\"origSz\":\"0.0335\",\"tif\":null,\"cloid\":\"" + id
                        + "\"}]");
        venue.info("userFillsByTime", request -> "[" + fill(1, T0, id.toString()) + "]");

        scenario.connector().submit(new ReadAccount(MAIN, T0 - 1));

        AccountRead read = scenario.events().await1(AccountRead.class);
        assertThat(read.accountValue()).isEqualTo(Usd.of("9999.99999999"));
        assertThat(read.withdrawable()).isEqualTo(Usd.of("9000"));
        assertThat(read.positions()).singleElement().satisfies(position -> {
            assertThat(position.size()).isEqualTo(SignedQuantity.of("-0.0335"));
            assertThat(position.marginMode()).isEqualTo(MarginMode.ISOLATED);
            assertThat(position.liquidationPrice()).isEqualTo(Price.of("2866.26936534"));
        });
        assertThat(read.openOrders()).singleElement().satisfies(order -> {
            assertThat(order.clientOrderId()).isEqualTo(id);
            assertThat(order.trigger()).isEqualTo(new Trigger(TriggerKind.STOP_LOSS, Price.of("3000"), true));
        });
        assertThat(read.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.clientOrderId()).isEqualTo(id);
            assertThat(fill.fee()).isEqualTo(Usd.of("0.01125"));
        });
    }

    @Test
    void fillsAreReadPageByPageWithoutLossOrRepetition() {
        List<Long> times = new ArrayList<>();
        for (long i = 0; i < 4_500; i++) {
            times.add(T0 + i / 3);
        }
        venue.info("userFillsByTime", request -> page(times, request));
        scenario.connector().submit(new ReadAccount(MAIN, T0));

        AccountRead read = scenario.events().await1(AccountRead.class);
        assertThat(read.fills()).hasSize(4_500);
        assertThat(read.fills().stream().map(Fill::tradeId).distinct()).hasSize(4_500);
        assertThat(read.fills()).isSortedAccordingTo(Comparator.comparingLong(Fill::venueTimeMs));
    }

    private static String page(List<Long> times, JsonNode request) {
        long start = request.path("startTime").asLong();
        return LongStream.range(0, times.size())
                .filter(i -> times.get((int) i) >= start)
                .limit(2_000)
                .mapToObj(i -> fill(i, times.get((int) i), "0x" + "0".repeat(32)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void anyFailedPartLeavesTheWholeAccountUnread() {
        venue.info("frontendOpenOrders", new Answer.Body(502, "<html>"));
        scenario.connector().submit(new ReadAccount(MAIN, T0));
        assertThat(scenario.events().await1(AccountUnread.class).detail())
                .contains("frontendOpenOrders")
                .contains("502");
        assertThat(scenario.events().of(AccountRead.class)).isEmpty();
    }

    @Test
    void anUnknownOrderIsToldTogetherWithTheFillsThatCarryItsId() {
        ClientOrderId id = scenario.mint();
        venue.info("orderStatus", request -> "{\"status\":\"unknownOid\"}");
        venue.info(
                "userFillsByTime",
                request -> "[" + fill(1, T0, id.toString()) + ","
                        + fill(2, T0, scenario.mint().toString()) + "]");
        scenario.connector().submit(new ReadOrderStatus(MAIN, id, T0));
        OrderStatusRead read = scenario.events().await1(OrderStatusRead.class);
        assertThat(read.status()).isEqualTo(VenueOrderStatus.UNKNOWN_ORDER);
        assertThat(read.orderId()).isNull();
        assertThat(read.fills()).extracting(Fill::tradeId).containsExactly(1L);
        assertThat(venue.asked("orderStatus").getFirst().path("oid").asString(""))
                .isEqualTo(id.toString());
    }

    @Test
    void aStatusNobodyDocumentedIsUnread() {
        ClientOrderId id = scenario.mint();
        venue.info(
                "orderStatus",
                request -> "{\"status\":\"order\",\"order\":{\"order\":{\"coin\":\"ETH\",\"side\":\"B\","
                        + "\"limitPx\":\"2500.0\",\"sz\":\"0.0\",\"oid\":5,\"timestamp\":1,\"triggerCondition\":\"N/A\","
                        + "\"isTrigger\":false,\"triggerPx\":\"0.0\",\"children\":[],\"isPositionTpsl\":false,\"reduceOnly\":false,"
                        + "\"orderType\":\"Limit\",\"origSz\":\"0.01\",\"tif\":\"Ioc\",\"cloid\":\"" + id
                        + "\"},\"status\":\"levitating\",\"statusTimestamp\":2}}");
        scenario.connector().submit(new ReadOrderStatus(MAIN, id, T0));
        assertThat(scenario.events().await1(OrderStatusUnread.class).detail()).contains("levitating");
    }

    private static String candle(long open, String close) {
        return "{\"t\":" + open + ",\"T\":" + (open + MINUTE - 1)
                + ",\"s\":\"ETH\",\"i\":\"1m\",\"o\":\"2500.0\",\"c\":\"" + close
                + "\",\"h\":\"2510.0\",\"l\":\"2490.0\",\"v\":\"12.30000000001\",\"n\":47}";
    }

    @Test
    void onlyBarsThatTheVenuesClockHasPassedAreRead() {
        long now = T0 + 3 * MINUTE + 30_000;
        venue.info("exchangeStatus", request -> "{\"specialStatuses\":null,\"time\":" + now + "}");
        venue.info(
                "candleSnapshot",
                request -> "[" + candle(T0, "2501.0") + "," + candle(T0 + 2 * MINUTE, "2502.0") + ","
                        + candle(T0 + 3 * MINUTE, "2503.0") + "]");
        scenario.connector().submit(new ReadCandles(ETH, Interval.M1, T0));
        CandlesRead read = scenario.events().await1(CandlesRead.class);
        assertThat(read.upToMs()).isEqualTo(now);
        assertThat(read.bars()).extracting(Bar::openTimeMs).containsExactly(T0, T0 + 2 * MINUTE);
    }

    @Test
    void longHistoryIsReadPageByPage() {
        long now = T0 + 1_200 * MINUTE;
        venue.info("exchangeStatus", request -> "{\"specialStatuses\":null,\"time\":" + now + "}");
        venue.info(
                "candleSnapshot",
                request -> LongStream.range(0, 1_200)
                        .map(i -> T0 + i * MINUTE)
                        .filter(open ->
                                open >= request.path("req").path("startTime").asLong())
                        .limit(500)
                        .mapToObj(open -> candle(open, "2501.0"))
                        .collect(Collectors.joining(",", "[", "]")));
        scenario.connector().submit(new ReadCandles(ETH, Interval.M1, T0));
        assertThat(scenario.events().await1(CandlesRead.class).bars()).hasSize(1_200);
    }

    @Test
    void aBarThatCannotBeLeavesTheHistoryUnread() {
        venue.info("candleSnapshot", request -> "[" + candle(T0, "2511.0") + "]");
        scenario.connector().submit(new ReadCandles(ETH, Interval.M1, T0));
        assertThat(scenario.events().await1(CandlesUnread.class).detail()).contains("Inconsistent bar");
    }

    @Test
    void barsOutOfOrderLeaveTheHistoryUnread() {
        venue.info("candleSnapshot", request -> "[" + candle(T0 + MINUTE, "2501.0") + "," + candle(T0, "2501.0") + "]");
        scenario.connector().submit(new ReadCandles(ETH, Interval.M1, T0));
        assertThat(scenario.events().await1(CandlesUnread.class).detail()).contains("comes at or after a later bar");
    }
}
