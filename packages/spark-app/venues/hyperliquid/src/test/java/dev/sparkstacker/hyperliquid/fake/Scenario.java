package dev.sparkstacker.hyperliquid.fake;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.ConnectorConfig;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.FeedLimits;
import dev.sparkstacker.hyperliquid.HyperliquidConnector;
import dev.sparkstacker.hyperliquid.MarketFeed;
import dev.sparkstacker.hyperliquid.VenueSetupException;
import dev.sparkstacker.hyperliquid.clock.MachineClock;
import dev.sparkstacker.hyperliquid.socket.SocketTiming;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A fake venue with two markets and one account, and a connector configured for it. */
public final class Scenario implements AutoCloseable {
    public static final MarketId ETH = new MarketId("ETH");
    public static final AccountId MAIN = new AccountId("main");
    public static final Signer SIGNER = new Signer(PrivateKey.ofHex("0x" + "01".repeat(32)));
    public static final String ADDRESS = SIGNER.address().text();

    private static final String META = "[{\"universe\":["
            + "{\"szDecimals\":5,\"name\":\"BTC\",\"maxLeverage\":40,\"marginTableId\":56},"
            + "{\"szDecimals\":4,\"name\":\"ETH\",\"maxLeverage\":25,\"marginTableId\":55},"
            + "{\"szDecimals\":1,\"name\":\"MATIC\",\"maxLeverage\":20,\"marginTableId\":20,\"isDelisted\":true}],"
            + "\"marginTables\":[],\"collateralToken\":0},[" + ctx("66344.0") + "," + ctx("2500.0") + "," + ctx("0.5")
            + "]]";

    private final FakeVenue venue = new FakeVenue();
    private final RecordedEvents events = new RecordedEvents();
    private final HyperliquidConnector connector;
    private int minted;

    public Scenario(Path folder) throws IOException {
        this(folder, ConnectorListener.NONE);
    }

    public Scenario(Path folder, ConnectorListener listener) throws IOException {
        this(folder, listener, timing());
    }

    public Scenario(Path folder, ConnectorListener listener, SocketTiming timing) throws IOException {
        venue.info("metaAndAssetCtxs", request -> META);
        venue.info("userAbstraction", request -> "\"default\"");
        venue.info("userRole", request -> "{\"role\":\"user\"}");
        venue.info("extraAgents", request -> "[]");
        venue.info(
                "userRateLimit",
                request -> "{\"cumVlm\":\"0.0\",\"nRequestsUsed\":1,\"nRequestsCap\":10000,\"nRequestsSurplus\":0}");
        connector = new HyperliquidConnector(config(venue, folder), listener, MachineClock.SYSTEM, timing);
    }

    public static ConnectorConfig config(FakeVenue venue, Path folder) {
        return new ConnectorConfig(
                Network.TESTNET,
                venue.restUrl(),
                venue.socket().url(),
                List.of(new AccountAccess(MAIN, SIGNER.address(), null, SIGNER)),
                List.of(new MarketFeed(ETH, List.of(Interval.M1), 5, true)),
                Usd.of("10"),
                folder,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                FeedLimits.USUAL);
    }

    public static SocketTiming timing() {
        return new SocketTiming(
                Duration.ofSeconds(2),
                Duration.ofMillis(150),
                Duration.ofSeconds(5),
                Duration.ofMillis(1_500),
                Duration.ofSeconds(5));
    }

    private static String ctx(String px) {
        return "{\"funding\":\"0.0000125\",\"openInterest\":\"1.0\",\"prevDayPx\":\"" + px
                + "\",\"dayNtlVlm\":\"1.0\",\"premium\":null,\"oraclePx\":\"" + px + "\",\"markPx\":\"" + px
                + "\",\"midPx\":null,\"impactPxs\":null,\"dayBaseVlm\":\"1.0\"}";
    }

    public FakeVenue venue() {
        return venue;
    }

    public RecordedEvents events() {
        return events;
    }

    public HyperliquidConnector connector() {
        return connector;
    }

    public Scenario start() throws VenueSetupException, InterruptedException {
        connector.start(events);
        return this;
    }

    /** The next client id. */
    public ClientOrderId mint() {
        return ClientOrderId.mint(7, 1, ++minted, 0);
    }

    /** An entry of 0.01 ETH at 2500. */
    public static ApprovedOrder entry(ClientOrderId id) {
        return new ApprovedOrder(
                new OrderRequest(
                        id,
                        new LegId(new StrategyId("macd"), ETH, LegRole.MAIN),
                        OrderPurpose.ENTRY,
                        Side.BUY,
                        Quantity.of("0.01"),
                        Price.of("2500"),
                        TimeInForce.IOC,
                        false,
                        null),
                "test");
    }

    /** Venue time in five seconds. */
    public long soon() {
        return connector.venueTimeMs() + 5_000;
    }

    @Override
    public void close() throws IOException {
        connector.close();
        venue.close();
    }
}
