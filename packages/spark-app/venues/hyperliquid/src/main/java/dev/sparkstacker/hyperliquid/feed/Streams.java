package dev.sparkstacker.hyperliquid.feed;

import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.FeedLimits;
import dev.sparkstacker.hyperliquid.MarketFeed;
import dev.sparkstacker.hyperliquid.http.VenueClients;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.socket.ConnectionLimit;
import dev.sparkstacker.hyperliquid.socket.FrameHandler;
import dev.sparkstacker.hyperliquid.socket.SocketPosts;
import dev.sparkstacker.hyperliquid.socket.SocketTiming;
import dev.sparkstacker.hyperliquid.socket.VenueSocket;
import dev.sparkstacker.wire.ws.Subscription;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The websockets of one venue: one for market data, one for each account. */
public final class Streams implements AutoCloseable {
    /** Name of the market data connection. */
    public static final String MARKET = "market";

    private static final Duration REPLY_WITHIN = Duration.ofSeconds(10);

    private final URI uri;
    private final VenueClients clients;
    private final SocketTiming timing;
    private final Machine machine;
    private final ConnectorListener listener;
    private final EventSink sink;
    private final ConnectionLimit limit;
    private final List<VenueSocket> sockets = new ArrayList<>();
    private final Map<String, MarketState> markets = new LinkedHashMap<>();

    /** @param wsUrl the websocket's address */
    public Streams(
            String wsUrl, VenueClients clients, SocketTiming timing, ConnectorListener listener, EventSink sink) {
        this.uri = URI.create(wsUrl);
        this.clients = clients;
        this.timing = timing;
        this.machine = clients.machine();
        this.listener = listener;
        this.sink = sink;
        this.limit = new ConnectionLimit(ConnectionLimit.DEFAULT_PER_MINUTE, machine);
    }

    /** The name of an account's connection, {@code account:main}. */
    public static String nameOf(AccountAccess access) {
        return "account:" + access.id();
    }

    /** Opens the market data connection; requests may also be posted over it. */
    public PostClient watch(List<MarketFeed> feeds, FeedLimits limits) {
        long sinceMs = clients.time().venueTimeMs();
        for (MarketFeed feed : feeds) {
            FeedGuard guard = new FeedGuard(feed.market(), limits, clients.time(), this::publish);
            markets.put(feed.market().coin(), new MarketState(feed, guard, sinceMs));
        }
        FrameReport report = new FrameReport(MARKET, sink, listener);
        SocketPosts posts = new SocketPosts();
        VenueSocket socket = open(
                MARKET,
                Subscriptions.of(feeds),
                new MarketConnection(markets, this::publish, report, posts, clients.time(), machine));
        return new PostClient(socket, posts, clients.budget(), REPLY_WITHIN, machine);
    }

    /** Opens an account's connection. */
    public void follow(AccountAccess access) {
        String name = nameOf(access);
        FrameReport report = new FrameReport(name, sink, listener);
        open(name, Subscriptions.of(access.address()), new AccountFrames(access, sink, report, clients.time()));
    }

    private VenueSocket open(String name, List<Subscription> subscriptions, FrameHandler handler) {
        VenueSocket socket = new VenueSocket(
                name, uri, clients.transport(), subscriptions, handler, timing, limit, machine, listener);
        sockets.add(socket);
        socket.start();
        return socket;
    }

    /** Looks for stale feeds; called a few times a second. */
    public void check() {
        long now = machine.nanos();
        markets.values().forEach(market -> market.guard().check(now));
    }

    /** Tells every market's guard the condition of the venue: why it is in maintenance, or null where it works. */
    public void maintenance(@Nullable String detail) {
        markets.values().forEach(market -> market.guard().maintenance(detail));
    }

    private void publish(MarketEvent event) {
        sink.publish(event);
    }

    @Override
    public void close() {
        sockets.forEach(VenueSocket::close);
    }
}
