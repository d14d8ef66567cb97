package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue's protocol on a socket: POST /info, POST /exchange and the websocket /ws.
 *
 * <pre>
 *  client --HTTP--> HttpEdge --+                        +--> InfoDesk ----> views ----+
 *                              +--> RestDesk (budget) --+                             +--> exchange, on the VenueLoop
 *  client --ws----> WsDesk ----+                        +--> ActionGate (signature, --+            |
 *            ^                                                nonce, authority)                    v
 *            +---- WsConnection (bounded queue, own thread) &lt;--------- Broadcaster &lt;---------- what happens
 * </pre>
 */
public final class VenueServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VenueServer.class);
    private static final int SLOW_DOWN = 1_013;
    private static final long LARGEST_FRAME = 1024 * 1024;

    private final ServerConfig config;
    private final VenueLoop loop;
    private final FaultPlan faults;
    private final ClientQuotas quotas;
    private final WsDesk desk;
    private final Broadcaster broadcaster;
    private final LongConsumer flush;
    private final Map<String, WsConnection> connections = new ConcurrentHashMap<>();
    private final Javalin javalin;

    private VenueServer(
            ServerConfig config, VenueLoop loop, FaultPlan faults, NonceWindows nonces, NonceSink nonceSink) {
        this.config = config;
        this.loop = loop;
        this.faults = faults;
        this.quotas = new ClientQuotas(config.limits());
        Exchange exchange = loop.exchange();
        MarketViews markets = new MarketViews(exchange, loop.candles());
        AccountViews accounts = new AccountViews(exchange);
        HistoryViews histories = new HistoryViews(exchange, accounts);
        TopicWriter writer = new TopicWriter(exchange, markets, accounts, histories);
        this.broadcaster = new Broadcaster(markets, accounts, histories, writer);
        this.flush = broadcaster::flush;
        RestDesk rest = new RestDesk(
                loop,
                new InfoDesk(exchange, markets, accounts, histories),
                new ActionGate(loop, exchange, loop.clock(), nonces, nonceSink));
        this.desk = new WsDesk(loop, rest, writer, broadcaster, config.limits());
        HttpEdge http = new HttpEdge(rest, quotas, faults);
        this.javalin = Javalin.create(options -> configure(options, http));
    }

    /** Begins to serve with no faults and no memory of nonces used before. */
    public static VenueServer start(ServerConfig config, VenueLoop loop) {
        return start(config, loop, FaultPlan.none(), new NonceWindows(), (_, _) -> {});
    }

    /**
     * Begins to serve.
     *
     * @param loop a loop that has been started
     * @param faults what goes wrong at the edges
     * @param nonces nonces used before; the server's from now on
     * @param nonceSink is told each nonce used
     * @throws ServerException if the port is in use or the address is not this machine's
     */
    public static VenueServer start(
            ServerConfig config, VenueLoop loop, FaultPlan faults, NonceWindows nonces, NonceSink nonceSink) {
        VenueServer server = new VenueServer(config, loop, faults, nonces, nonceSink);
        server.open();
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Base URL of REST requests, such as {@code http://127.0.0.1:3001}. */
    public String httpUrl() {
        return "http://" + host() + ":" + port();
    }

    /** URL of the websocket. */
    public String wsUrl() {
        return "ws://" + host() + ":" + port() + "/ws";
    }

    private String host() {
        return config.bindAddress().contains(":") ? "[" + config.bindAddress() + "]" : config.bindAddress();
    }

    /** Stops serving; the loop goes on. */
    @Override
    public void close() {
        loop.remove(broadcaster, flush);
        connections.values().forEach(WsConnection::cut);
        javalin.stop();
    }

    private void open() {
        try {
            javalin.start(config.bindAddress(), config.port());
        } catch (RuntimeException e) {
            throw new ServerException(refusal(e), e);
        }
        loop.addListener(broadcaster);
        loop.addStepListener(flush);
    }

    private String refusal(Throwable failure) {
        String where = config.bindAddress() + ":" + config.port();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (cause instanceof BindException && text.contains("in use")) {
                return "Port " + config.port() + " on " + config.bindAddress()
                        + " is in use: stop the other process or choose another port";
            }
        }
        return "Cannot listen on " + where + ": " + failure.getMessage();
    }

    private void configure(JavalinConfig options, HttpEdge http) {
        options.startup.showJavalinBanner = false;
        options.startup.showOldJavalinVersionWarning = false;
        options.startup.startupWatcherEnabled = false;
        options.concurrency.useVirtualThreads = true;
        options.http.maxRequestSize = LARGEST_FRAME;
        options.jetty.modifyWebSocketServletFactory(factory -> {
            factory.setIdleTimeout(Duration.ZERO);
            factory.setMaxTextMessageSize(LARGEST_FRAME);
        });
        options.routes.post("/info", http::info);
        options.routes.post("/exchange", http::exchange);
        options.routes.ws("/ws", this::configure);
    }

    private void configure(WsConfig ws) {
        ws.onConnect(this::onConnect);
        ws.onMessage(message -> {
            WsConnection connection = connections.get(message.sessionId());
            if (connection != null) {
                receive(connection, message.message());
            }
        });
        ws.onClose(closed -> forget(closed.sessionId()));
        ws.onError(failed -> forget(failed.sessionId()));
    }

    private void receive(WsConnection connection, String frame) throws InterruptedException {
        switch (faults.strike(Edge.WS_RECEIVE)) {
            case null -> desk.onFrame(connection, frame);
            case Fault.Delay(long machineMs) -> {
                TimeUnit.MILLISECONDS.sleep(machineMs);
                desk.onFrame(connection, frame);
            }
            case Fault.Drop _, Fault.RateLimited _, Fault.ServerError _ ->
                LOG.debug("fault: dropped a frame from a client");
            case Fault.Disconnect _ -> connection.cut();
            case Fault.LostReply _, Fault.HtmlPage _, Fault.TruncatedReply _ -> {
                desk.onFrame(connection, frame);
                connection.cut();
            }
        }
    }

    private void onConnect(WsConnectContext context) {
        ClientQuota quota = quotas.of(ip(context.session.getRemoteSocketAddress()));
        if (!quota.connect(loop.clock().nowMs())) {
            context.closeSession(SLOW_DOWN, "Too many websocket connections from this address");
            return;
        }
        connections.put(context.sessionId(), new WsConnection(context.session, quota, faults, config.limits()));
    }

    private void forget(String sessionId) {
        WsConnection connection = connections.remove(sessionId);
        if (connection != null) {
            connection.cut();
            connection.quota().closed();
            desk.onClose(connection);
        }
    }

    private static String ip(SocketAddress address) {
        return address instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : address.toString();
    }
}
