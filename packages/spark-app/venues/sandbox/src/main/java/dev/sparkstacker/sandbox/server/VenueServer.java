package dev.sparkstacker.sandbox.server;

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
import org.jspecify.annotations.Nullable;

/**
 * The venue's protocol on a socket: POST /info, POST /exchange and the websocket /ws.
 *
 * <pre>
 *  client --HTTP--> HttpEdge ------------------> +-----------+
 *  client --ws----> WsConnection --------------> | VenueDesk | --> exchange, on the VenueLoop
 *            &lt;----- SocketPeer (bounded queue, &lt;- +-----------+
 *                   own thread)
 * </pre>
 */
public final class VenueServer implements AutoCloseable {
    private static final long LARGEST_FRAME = 1024 * 1024;

    private final ServerConfig config;
    private final ThreadTimer timer = new ThreadTimer();
    private final VenueDesk desk;
    private final HttpEdge http;
    private final Map<String, WsConnection> connections = new ConcurrentHashMap<>();
    private final Javalin javalin;

    private VenueServer(ServerConfig config, VenueLoop loop, VenueDesk.Setup setup) {
        this.config = config;
        this.desk = new VenueDesk(loop.core(), loop, timer, setup);
        this.http = new HttpEdge(desk);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Begins to serve.
     *
     * @param loop a loop that has been started
     * @throws ServerException if the port is in use or the address is not this machine's
     */
    public static VenueServer start(ServerConfig config, VenueLoop loop, VenueDesk.Setup setup) {
        VenueServer server = new VenueServer(config, loop, setup);
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
        desk.close();
        http.close();
        javalin.stop();
        timer.close();
    }

    private void open() {
        try {
            javalin.start(config.bindAddress(), config.port());
        } catch (RuntimeException e) {
            desk.close();
            timer.close();
            throw new ServerException(refusal(e), e);
        }
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

    private void configure(JavalinConfig options) {
        options.startup.showJavalinBanner = false;
        options.startup.showOldJavalinVersionWarning = false;
        options.startup.startupWatcherEnabled = false;
        options.concurrency.useVirtualThreads = true;
        options.http.maxRequestSize = LARGEST_FRAME;
        options.jetty.modifyWebSocketServletFactory(factory -> {
            factory.setIdleTimeout(Duration.ZERO);
            factory.setMaxTextMessageSize(LARGEST_FRAME);
        });
        options.routes.post("/info", http::serve);
        options.routes.post("/exchange", http::serve);
        options.routes.ws("/ws", this::configure);
    }

    private void configure(WsConfig ws) {
        ws.onConnect(this::onConnect);
        ws.onMessage(message -> {
            WsConnection connection = connections.get(message.sessionId());
            if (connection != null) {
                connection.receive(message.message());
            }
        });
        ws.onClose(closed -> forget(closed.sessionId()));
        ws.onError(failed -> forget(failed.sessionId()));
    }

    private void onConnect(WsConnectContext context) {
        SocketPeer peer = new SocketPeer(context.session, desk.limits().queuedFrames());
        connections.put(context.sessionId(), desk.connect(peer, ip(context.session.getRemoteSocketAddress())));
    }

    private void forget(String sessionId) {
        WsConnection connection = connections.remove(sessionId);
        if (connection != null) {
            connection.closed();
        }
    }

    private static String ip(@Nullable SocketAddress address) {
        return address instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : String.valueOf(address);
    }
}
