package dev.sparkstacker.hyperliquid;

import static dev.sparkstacker.hyperliquid.fake.Scenario.ETH;
import static dev.sparkstacker.hyperliquid.fake.Scenario.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.event.AccountEvent.FillReceived;
import dev.sparkstacker.domain.event.AccountEvent.FundingPaid;
import dev.sparkstacker.domain.event.AccountEvent.LiquidationReported;
import dev.sparkstacker.domain.event.AccountEvent.OrderUpdated;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.MarketEvent.BestBidOffer;
import dev.sparkstacker.domain.event.MarketEvent.BookChanged;
import dev.sparkstacker.domain.event.MarketEvent.CandleChanged;
import dev.sparkstacker.domain.event.MarketEvent.FeedDegraded;
import dev.sparkstacker.domain.event.MarketEvent.FeedRestored;
import dev.sparkstacker.domain.event.MarketEvent.InstrumentListed;
import dev.sparkstacker.domain.event.MarketEvent.TradePrinted;
import dev.sparkstacker.domain.event.SystemEvent.Connected;
import dev.sparkstacker.domain.event.SystemEvent.Disconnected;
import dev.sparkstacker.domain.event.SystemEvent.FrameMalformed;
import dev.sparkstacker.hyperliquid.fake.FakeSocketServer;
import dev.sparkstacker.hyperliquid.fake.FakeSocketServer.Peer;
import dev.sparkstacker.hyperliquid.fake.RecordedCounts;
import dev.sparkstacker.hyperliquid.fake.RecordedEvents;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsTest {
    private static final String MARKET = "\"bbo\"";
    private static final String ACCOUNT = "\"orderUpdates\"";

    @TempDir
    Path folder;

    private final RecordedCounts counts = new RecordedCounts();
    private Scenario scenario;
    private FakeSocketServer server;
    private RecordedEvents events;

    @SuppressWarnings("NullAway.Init") // JUnit sets the scenario up before each test
    StreamsTest() {}

    @BeforeEach
    void start() throws Exception {
        scenario = new Scenario(folder, counts).start();
        server = scenario.venue().socket();
        events = scenario.events();
        events.await1(Connected.class, up -> up.connection().equals("market"));
        events.await1(Connected.class, up -> up.connection().equals("account:main"));
    }

    @AfterEach
    void stop() throws Exception {
        scenario.close();
    }

    private Peer newest(String subscription) {
        return server.peers().reversed().stream()
                .filter(peer -> peer.subscribedTo(subscription))
                .findFirst()
                .orElseThrow();
    }

    private long now() {
        return scenario.connector().venueTimeMs();
    }

    private static String bbo(long time, String bid, String ask) {
        return "{\"channel\":\"bbo\",\"data\":{\"coin\":\"ETH\",\"time\":" + time + ",\"bbo\":[{\"px\":\"" + bid
                + "\",\"sz\":\"1.5\",\"n\":2},{\"px\":\"" + ask + "\",\"sz\":\"2.5\",\"n\":3}]}}";
    }

    private BestBidOffer awaitQuote(String bid) {
        return events.await1(BestBidOffer.class, quote -> quote.bid().equals(Price.of(bid)));
    }

    @Test
    void theMarketRulesComeFirstAndQuotesFollow() {
        long time = now();
        newest(MARKET).send(bbo(time, "2499.9", "2500.1"));
        assertThat(awaitQuote("2499.9"))
                .isEqualTo(new BestBidOffer(
                        ETH, Price.of("2499.9"), Quantity.of("1.5"), Price.of("2500.1"), Quantity.of("2.5"), time));
        assertThat(events.all().getFirst()).isInstanceOf(InstrumentListed.class);
        assertThat(events.of(FeedRestored.class)).hasSize(1);
    }

    @Test
    void booksAreCutToTheWantedDepthAndCandlesAndTradesAreMapped() {
        Peer market = newest(MARKET);
        long time = now();
        String bids = level("2499") + "," + level("2498") + "," + level("2497") + "," + level("2496") + ","
                + level("2495") + "," + level("2494");
        market.send("{\"channel\":\"l2Book\",\"data\":{\"coin\":\"ETH\",\"time\":" + time + ",\"levels\":[[" + bids
                + "],[" + level("2501") + "]]}}");
        long open = time - time % 60_000;
        market.send("{\"channel\":\"candle\",\"data\":{\"t\":" + open + ",\"T\":" + (open + 59_999)
                + ",\"s\":\"ETH\",\"i\":\"1m\",\"o\":\"2500.0\",\"c\":\"2500.5\",\"h\":\"2501.0\",\"l\":\"2499.0\","
                + "\"v\":\"1.0\",\"n\":3}}");
        market.send(
                "{\"channel\":\"trades\",\"data\":[{\"coin\":\"ETH\",\"side\":\"A\",\"px\":\"2500.0\",\"sz\":\"0.3\","
                        + "\"time\":" + time + ",\"hash\":\"0x0\",\"tid\":1,\"users\":[\"0x1\",\"0x2\"]}]}");
        assertThat(events.await1(BookChanged.class).bids()).hasSize(5);
        assertThat(events.await1(CandleChanged.class).bar().openTimeMs()).isEqualTo(open);
        assertThat(events.await1(TradePrinted.class).aggressor()).isEqualTo(Side.SELL);
    }

    private static String level(String px) {
        return "{\"px\":\"" + px + "\",\"sz\":\"1.0\",\"n\":1}";
    }

    @Test
    void afterADropItReconnectsSubscribesAgainAndTheFeedIsRestoredByAFreshQuote() throws Exception {
        newest(MARKET).send(bbo(now(), "2499.9", "2500.1"));
        awaitQuote("2499.9");
        newest(MARKET).drop();

        events.await1(Disconnected.class, down -> down.connection().equals("market"));
        assertThat(events.await1(FeedDegraded.class).fault()).isEqualTo(FeedFault.DISCONNECTED);
        await().until(() -> events.of(Connected.class).stream()
                        .filter(up -> up.connection().equals("market"))
                        .count()
                == 2);
        assertThat(newest(MARKET).subscribedTo("activeAssetCtx")).isTrue();
        assertThat(newest(MARKET).subscribedTo("\"candle\"")).isTrue();
        assertThat(events.of(FeedRestored.class)).hasSize(1);

        newest(MARKET).send(bbo(now(), "2498.9", "2500.1"));
        awaitQuote("2498.9");
        assertThat(events.of(FeedRestored.class)).hasSize(2);
    }

    @Test
    void aSocketThatDoesNotPongIsDeadAndReplaced() {
        server.pongs(false);
        Disconnected down =
                events.await1(Disconnected.class, event -> event.connection().equals("market"));
        assertThat(down.detail()).contains("no pong");
        server.pongs(true);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events.of(Connected.class).size() >= 4);
    }

    @Test
    void unacknowledgedSubscriptionsAreNoConnection() throws Exception {
        server.acknowledges(false);
        newest(MARKET).drop();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> counts.disconnected().stream().anyMatch(text -> text.contains("not acknowledged")));
        assertThat(events.of(Connected.class)).hasSize(2);
        server.acknowledges(true);
        events.awaitCount(Connected.class, 3);
    }

    @Test
    void aFrameInPiecesIsWhole() {
        newest(MARKET).sendInPieces(bbo(now(), "2499.7", "2500.1"), 7);
        awaitQuote("2499.7");
    }

    @Test
    void whatCannotBeReadIsCountedAndNeverBecomesAPrice() {
        Peer market = newest(MARKET);
        long time = now();
        market.send("Websocket connection established.");
        market.send("not json");
        market.send("[1,2,3]");
        market.send("{\"channel\":\"bbo\"");
        market.send("{\"channel\":\"bbo\",\"data\":{\"coin\":\"ETH\",\"time\":\"soon\",\"bbo\":[null,null]}}");
        market.send(bbo(time, "NaN", "2500.1"));
        market.send(bbo(time, "-1", "2500.1"));
        market.send(bbo(time, "0.0", "2500.1"));
        market.send(
                "{\"channel\":\"candle\",\"data\":{\"t\":61000,\"T\":120999,\"s\":\"ETH\",\"i\":\"1m\",\"o\":\"1.0\","
                        + "\"c\":\"1.0\",\"h\":\"1.0\",\"l\":\"1.0\",\"v\":\"1.0\",\"n\":3}}");
        market.send(bbo(time, "2499.9", "2500.1"));
        awaitQuote("2499.9");
        assertThat(events.of(BestBidOffer.class)).hasSize(1);
        assertThat(events.of(CandleChanged.class)).isEmpty();
        assertThat(events.of(FrameMalformed.class)).hasSize(8);
        assertThat(counts.malformed()).hasSize(8);
        assertThat(events.of(Disconnected.class)).isEmpty();
    }

    @Test
    void aFrameBeyondTheLimitIsDroppedAndTheConnectionLives() {
        newest(MARKET).sendInPieces("{\"channel\":\"bbo\",\"data\":\"" + "x".repeat(17 * 1024 * 1024) + "\"}", 20);
        newest(MARKET).send(bbo(now(), "2499.9", "2500.1"));
        awaitQuote("2499.9");
        assertThat(counts.malformed()).containsExactly("TOO_LARGE");
    }

    @Test
    void framesOutOfOrderFromTheFutureAndOfOtherMarketsAreDroppedAndCounted() {
        Peer market = newest(MARKET);
        long time = now();
        market.send(bbo(time, "2499.5", "2500.1"));
        market.send(bbo(time - 1, "2499.6", "2500.1"));
        market.send(bbo(time + 3_600_000, "2499.7", "2500.1"));
        market.send(bbo(time, "2499.8", "2500.1").replace("ETH", "DOGE"));
        market.send(bbo(time, "2499.9", "2500.1"));
        awaitQuote("2499.9");
        assertThat(events.of(BestBidOffer.class))
                .extracting(BestBidOffer::bid)
                .containsExactly(Price.of("2499.5"), Price.of("2499.9"));
        assertThat(counts.dropped()).containsExactly("bbo OUT_OF_ORDER", "bbo FROM_THE_FUTURE", "bbo NOT_SUBSCRIBED");
    }

    @Test
    void aCrossedQuoteDegradesTheFeedAndIsNeverPassedOn() {
        Peer market = newest(MARKET);
        market.send(bbo(now(), "2500.2", "2500.1"));
        market.send(bbo(now(), "2499.9", "2500.1"));
        market.send(bbo(now(), "2500.2", "2500.1"));
        events.await1(FeedDegraded.class, degraded -> degraded.fault() == FeedFault.CROSSED);
        assertThat(events.of(BestBidOffer.class)).hasSize(1);
    }

    @Test
    void theAccountsStreamBecomesFillsOrdersFundingAndLiquidation() {
        Peer account = newest(ACCOUNT);
        String cloid = scenario.mint().toString();
        account.send(
                "{\"channel\":\"orderUpdates\",\"data\":[{\"order\":{\"coin\":\"ETH\",\"side\":\"B\",\"limitPx\":\"2500.0\","
                        + "\"sz\":\"0.004\",\"oid\":5,\"timestamp\":1,\"origSz\":\"0.01\",\"cloid\":\"" + cloid
                        + "\"},\"status\":\"open\",\"statusTimestamp\":" + now() + "}]}");
        account.send("{\"channel\":\"userFills\",\"data\":{\"user\":\"" + Scenario.ADDRESS
                + "\",\"isSnapshot\":true,\"fills\":[{"
                + "\"coin\":\"ETH\",\"px\":\"2500.0\",\"sz\":\"0.006\",\"side\":\"B\",\"time\":" + now()
                + ",\"startPosition\":\"0.0\",\"dir\":\"Open Long\",\"closedPnl\":\"0.0\",\"hash\":\"0x0\",\"oid\":5,"
                + "\"crossed\":false,\"fee\":\"0.001\",\"tid\":99,\"feeToken\":\"USDC\",\"twapId\":null}]}}");
        account.send(
                "{\"channel\":\"userFundings\",\"data\":{\"user\":\"" + Scenario.ADDRESS + "\",\"fundings\":[{\"time\":"
                        + now()
                        + ",\"coin\":\"ETH\",\"usdc\":\"-0.179006\",\"szi\":\"0.006\",\"fundingRate\":\"0.0000125\",\"nSamples\":null}]}}");
        account.send(
                "{\"channel\":\"user\",\"data\":{\"liquidation\":{\"lid\":1,\"liquidator\":\"0x0\",\"liquidated_user\":\""
                        + Scenario.ADDRESS
                        + "\",\"liquidated_ntl_pos\":\"15.0\",\"liquidated_account_value\":\"1.5\"}}}");
        assertThat(events.await1(OrderUpdated.class)).satisfies(update -> {
            assertThat(update.status()).isEqualTo(VenueOrderStatus.OPEN);
            assertThat(update.remaining()).isEqualTo(Quantity.of("0.004"));
        });
        assertThat(events.await1(FillReceived.class).fill().tradeId()).isEqualTo(99);
        assertThat(events.await1(FundingPaid.class).amount().toString()).isEqualTo("-0.179006");
        assertThat(events.await1(LiquidationReported.class).account()).isEqualTo(MAIN);
    }
}
