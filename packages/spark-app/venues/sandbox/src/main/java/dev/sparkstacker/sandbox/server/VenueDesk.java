package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * The venue's protocol without sockets: bytes of HTTP requests and websocket frames in, answers and frames out.
 *
 * <pre>
 *  post() ----> HttpDesk --+                        +--> InfoDesk ----> views ----+
 *                          +--> RestDesk (budget) --+                             +--> exchange, by its VenueTasks
 *  connect() -> WsDesk ----+                        +--> ActionGate (signature, --+            |
 *      ^                                                  nonce, authority)                    v
 *      +---- WsConnection, WsPeer &lt;---------------- Broadcaster &lt;------------------- what happens
 * </pre>
 *
 * <p>{@link VenueServer} puts it on sockets with a {@link VenueLoop}. On a {@link SteppedVenue} everything runs on the
 * caller's thread under venue time that the caller moves; there is then no thread, no sleep and no clock but the given
 * one, and the same calls give the same bytes:
 *
 * <pre>{@code
 * SteppedVenue venue = SteppedVenue.open(specs, VenueRules.venue(), prices, () -> machineMs);
 * venue.core().exchange().openAccount(address, "main", Usd.of("10000"));
 * VenueDesk desk = VenueDesk.on(venue, VenueLimits.venue(), new FaultPlan(seed));
 *
 * WsConnection socket = desk.connect(peer, "10.0.0.1");          // peer.send(frame) is called from now on
 * socket.receive("{\"method\":\"subscribe\",\"subscription\":{\"type\":\"bbo\",\"coin\":\"ETH\"}}");
 *
 * CompletableFuture<HttpReply> reply = desk.post("/exchange", signedOrder, "10.0.0.1");
 * venue.stepTo(venue.nowMs() + 150);                             // the order's latency, in venue time
 * switch (reply.join()) {                                        // done: actions take effect inside stepTo
 *     case HttpReply.Answer answer -> ...                        // bytes; drips if bytesPerSecond is not 0
 *     case HttpReply.Broken broken -> ...                        // reset after sentBytes of the body
 *     case HttpReply.Cut cut -> ...                              // ended without an answer
 *     case HttpReply.Silence silence -> ...                      // nothing ever comes
 * }
 * venue.stepTo(Math.min(venue.nextDueMs(), horizonMs));          // on to the next thing, whatever it is
 * }</pre>
 *
 * Info requests and subscriptions are answered at once, actions after the rules' latency. Frames are pushed at each
 * second of venue time, at the end of each step, and after each request. A peer must not call back from
 * {@link WsPeer#send}; what it wants to answer it hands in after the call that led to it.
 */
public final class VenueDesk implements AutoCloseable {
    /**
     * What a desk is set up with.
     *
     * @param limits what one client address may do
     * @param faults what goes wrong at the edges
     * @param nonces nonces used before; the desk's from now on
     * @param nonceSink is told each nonce used
     * @param serving whether the venue may tell anything; while not, requests meet 503 and connections are cut
     */
    public record Setup(
            VenueLimits limits, FaultPlan faults, NonceWindows nonces, NonceSink nonceSink, BooleanSupplier serving) {
        /** With no memory of nonces used before. */
        public static Setup of(VenueLimits limits, FaultPlan faults) {
            return new Setup(limits, faults, new NonceWindows(), (_, _) -> {}, () -> true);
        }
    }

    private final VenueCore core;
    private final ClientQuotas quotas;
    private final HttpDesk http;
    private final WsConnection.Setting connectionSetting;
    private final Broadcaster broadcaster;
    private final BooleanSupplier serving;
    private final LongConsumer flush;
    private final Set<WsConnection> connections = ConcurrentHashMap.newKeySet();

    /** A desk for an exchange that nobody moves yet, or on whose thread this is called. */
    VenueDesk(VenueCore core, VenueTasks tasks, EdgeTimer timer, Setup setup) {
        this.core = core;
        this.quotas = new ClientQuotas(setup.limits);
        Exchange exchange = core.exchange();
        MarketViews markets = new MarketViews(exchange, core.candles());
        AccountViews accounts = new AccountViews(exchange);
        HistoryViews histories = new HistoryViews(exchange, accounts);
        TopicWriter writer = new TopicWriter(exchange, markets, accounts, histories);
        this.broadcaster = new Broadcaster(markets, accounts, histories, writer);
        this.serving = setup.serving;
        this.flush = this::flush;
        ActionGate gate = new ActionGate(tasks, exchange, core.clock(), setup.nonces, setup.nonceSink);
        RestDesk rest = new RestDesk(tasks, core.clock(), new InfoDesk(exchange, markets, accounts, histories), gate);
        this.http = new HttpDesk(rest, quotas, setup.faults, timer, setup.serving);
        WsDesk desk = new WsDesk(tasks, rest, writer, broadcaster, setup.limits);
        this.connectionSetting =
                new WsConnection.Setting(desk, setup.faults, timer, core.clock()::nowMs, setup.limits, setup.serving);
        core.addListener(broadcaster);
        core.addStepListener(flush);
        exchange.beforeEffect(new EffectFaults(exchange, setup.faults)::before);
    }

    /** A desk for a venue that is moved by hand. */
    public static VenueDesk on(SteppedVenue venue, VenueLimits limits, FaultPlan faults) {
        return new VenueDesk(venue.core(), venue, venue, Setup.of(limits, faults));
    }

    /**
     * Takes an HTTP request.
     *
     * @param path {@code /info} or {@code /exchange}
     * @param clientIp the client's address, whose limits it counts against
     * @return what the client meets with; it never fails
     */
    public CompletableFuture<HttpReply> post(String path, byte[] body, String clientIp) {
        return http.post(path, body, clientIp);
    }

    /**
     * Takes a websocket connection. One too many is closed at once.
     *
     * @param peer the client's end
     * @return the venue's end, to which the client's frames and its end are told
     */
    public WsConnection connect(WsPeer peer, String clientIp) {
        connections.removeIf(connection -> !connection.isOpen());
        WsConnection connection = new WsConnection(peer, quotas.of(clientIp), connectionSetting);
        connection.begin(clientIp);
        connections.add(connection);
        return connection;
    }

    private void flush(long nowMs) {
        if (!serving.getAsBoolean()) {
            connections.forEach(WsConnection::cut);
            connections.clear();
        }
        broadcaster.flush(nowMs);
    }

    /** What one client address may do. */
    VenueLimits limits() {
        return connectionSetting.limits();
    }

    /** Cuts every connection and listens to the exchange no longer. */
    @Override
    public void close() {
        core.remove(broadcaster, flush);
        core.exchange().beforeEffect(_ -> {});
        connections.forEach(WsConnection::cut);
        connections.clear();
    }
}
