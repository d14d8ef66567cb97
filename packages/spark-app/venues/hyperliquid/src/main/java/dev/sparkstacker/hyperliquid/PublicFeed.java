package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import dev.sparkstacker.hyperliquid.command.CandleReader;
import dev.sparkstacker.hyperliquid.feed.PostClient;
import dev.sparkstacker.hyperliquid.feed.Streams;
import dev.sparkstacker.hyperliquid.http.InfoClient;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.http.VenueClients;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.machine.VirtualThreads;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.hyperliquid.mapping.InstrumentTable;
import dev.sparkstacker.hyperliquid.net.JdkTransport;
import dev.sparkstacker.hyperliquid.socket.SocketTiming;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.MetaAndAssetCtxs;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Read-only market data without any account or key: what a paper venue takes as its price source. It passes through the
 * same guard as trading data, so a degraded feed is told as {@link MarketEvent.FeedDegraded}.
 */
public final class PublicFeed implements AutoCloseable {
    /** Mainnet's REST base. */
    public static final String MAINNET_REST = "https://api.hyperliquid.xyz";

    /** Mainnet's websocket. */
    public static final String MAINNET_WS = "wss://api.hyperliquid.xyz/ws";

    private static final Usd MIN_NOTIONAL = Usd.of("10");

    private final String wsUrl;
    private final List<MarketFeed> feeds;
    private final FeedLimits limits;
    private final ConnectorListener listener;
    private final SocketTiming timing;
    private final VenueClients clients;
    private @Nullable MetaAndAssetCtxs meta;
    private List<Instrument> instruments = List.of();
    private @Nullable Streams streams;
    private @Nullable Housekeeping housekeeping;

    /** A feed of mainnet with the usual limits. Nothing is sent yet. */
    public static PublicFeed mainnet(List<MarketFeed> feeds, ConnectorListener listener) {
        return new PublicFeed(
                MAINNET_REST,
                MAINNET_WS,
                feeds,
                FeedLimits.USUAL,
                ConnectorConfig.CONNECT_TIMEOUT,
                ConnectorConfig.READ_TIMEOUT,
                listener);
    }

    /** A feed of any venue that speaks the protocol. */
    public PublicFeed(
            String restUrl,
            String wsUrl,
            List<MarketFeed> feeds,
            FeedLimits limits,
            Duration connectTimeout,
            Duration readTimeout,
            ConnectorListener listener) {
        this.wsUrl = wsUrl;
        this.feeds = List.copyOf(feeds);
        this.limits = limits;
        this.listener = listener;
        this.timing = SocketTiming.usual(connectTimeout);
        this.clients = new VenueClients(
                Network.MAINNET,
                restUrl,
                readTimeout,
                VirtualThreads.SYSTEM,
                new JdkTransport(connectTimeout),
                listener);
    }

    /** Reads venue time and market rules. @throws VenueSetupException if a market is not traded, or nothing can be read */
    public void connect() throws VenueSetupException, InterruptedException {
        try {
            clients.info().probeTime(Priority.ASK);
            MetaAndAssetCtxs read = clients.info().ask(new InfoRequest.MetaAndCtxs(null), Priority.ASK);
            instruments = VenueChecks.markets(new InstrumentTable(read.meta(), MIN_NOTIONAL), feeds);
            meta = read;
        } catch (ReadException | Impossible e) {
            throw new VenueSetupException("The public feed could not be read: " + e.getMessage(), e);
        }
    }

    /**
     * Opens the stream.
     *
     * @param sink told of every market event, one at a time for each market; it may be slow, the socket then waits
     * @throws IllegalStateException before {@link #connect}
     */
    public void start(Consumer<MarketEvent> sink) {
        if (meta == null || streams != null) {
            throw new IllegalStateException("connect first, start once");
        }
        Streams opened = new Streams(wsUrl, clients, timing, listener, event -> marketOnly(event, sink));
        streams = opened;
        instruments.forEach(instrument -> sink.accept(new MarketEvent.InstrumentListed(instrument)));
        PostClient _ = opened.watch(feeds, limits);
        Housekeeping keeping = new Housekeeping(clients, opened, List.of());
        housekeeping = keeping;
        keeping.start();
    }

    /** Connections and malformed frames are told to the listener; the sink gets market events only. */
    private static void marketOnly(Event event, Consumer<MarketEvent> sink) {
        if (event instanceof MarketEvent market) {
            sink.accept(market);
        }
    }

    /** The whole universe as read by {@link #connect}: rules, margin tables, funding, open interest. */
    public MetaAndAssetCtxs meta() {
        MetaAndAssetCtxs read = meta;
        if (read == null) {
            throw new IllegalStateException("connect first");
        }
        return read;
    }

    /** Closed bars from history. @throws ReadException if they cannot be read */
    public CandleReader.ClosedBars candles(MarketId market, Interval interval, long fromMs)
            throws ReadException, InterruptedException {
        return new CandleReader(clients.info()).read(market, interval, fromMs);
    }

    /** Every other public read. */
    public InfoClient info() {
        return clients.info();
    }

    /** The venue's clock. */
    public VenueTime time() {
        return clients.time();
    }

    @Override
    public void close() {
        if (housekeeping != null) {
            housekeeping.close();
        }
        if (streams != null) {
            streams.close();
        }
        clients.close();
    }
}
