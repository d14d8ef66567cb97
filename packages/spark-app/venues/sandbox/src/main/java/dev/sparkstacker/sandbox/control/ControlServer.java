package dev.sparkstacker.sandbox.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sparkstacker.sandbox.persist.StateException;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The side channel on a port of the loopback address, whatever the venue itself listens on.
 *
 * <pre>
 *  GET    /status                                    venue time, phase, feed
 *  POST   /step         {"toMs":n}                   nothing left to do up to n: a stepped clock goes on
 *  GET    /faults                                    rules set
 *  POST   /faults       {"edge","fault",...}         sets one
 *  DELETE /faults                                    takes all back
 *  GET    /coverage                                  how often each hook struck
 *  POST   /maintenance  {"phase":"halted"}           normal, postOnly, cancelOnly, halted
 *  POST   /deposit      {"account","usd"}
 *  POST   /withdraw     {"account","usd"}
 * </pre>
 *
 * Bodies are JSON. A mistake is answered with status 400 and {@code {"error":"..."}}.
 */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LARGEST_BODY = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final ControlDesk desk;

    private ControlServer(HttpServer server, ControlDesk desk) {
        this.server = server;
        this.desk = desk;
    }

    /** Something to be done with a body. */
    @FunctionalInterface
    private interface Work {
        JsonNode with(JsonNode body) throws WireException;
    }

    /**
     * Begins to listen.
     *
     * @param port port, 0 for any free one
     * @throws IOException if the port is in use
     */
    public static ControlServer start(int port, ControlDesk desk) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ControlServer server = new ControlServer(http, desk);
        http.createContext("/", server::handle);
        http.setExecutor(server.executor);
        http.start();
        return server;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                if (!isLocal(exchange.getRequestHeaders().getFirst("Host"))) {
                    answer(exchange, 403, error("only requests to this machine by its own name are served"));
                    return;
                }
                Work work = work(exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath());
                byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
                answer(exchange, 200, work.with(body.length == 0 ? JSON.objectNode() : Json.parse(body)));
            } catch (WireException | IllegalArgumentException | ArithmeticException mistake) {
                answer(exchange, 400, error(String.valueOf(mistake.getMessage())));
            } catch (StateException unwritten) {
                answer(exchange, 503, error(String.valueOf(unwritten.getMessage())));
            } catch (RuntimeException failed) {
                LOG.warn("The side channel could not do {}", exchange.getRequestURI(), failed);
                answer(exchange, 500, error(String.valueOf(failed.getMessage())));
            }
        }
    }

    private Work work(String request) {
        return switch (request) {
            case "GET /status" -> _ -> desk.status();
            case "POST /step" -> desk::step;
            case "GET /faults" -> _ -> desk.rules();
            case "POST /faults" -> desk::setFault;
            case "DELETE /faults" -> _ -> desk.clearFaults();
            case "GET /coverage" -> _ -> desk.coverage();
            case "POST /maintenance" -> desk::phase;
            case "POST /deposit" -> desk::deposit;
            case "POST /withdraw" -> desk::withdraw;
            default ->
                throw new IllegalArgumentException("no such request: " + request
                        + "; there are GET /status, /faults, /coverage, POST /step, /faults, /maintenance, /deposit,"
                        + " /withdraw, and DELETE /faults");
        };
    }

    /** A page of a foreign site that was pointed at this address names the site. */
    private static boolean isLocal(@org.jspecify.annotations.Nullable String host) {
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
        return name.equals("127.0.0.1") || name.equals("localhost") || name.equals("[::1]");
    }

    private static JsonNode error(String text) {
        return JSON.objectNode().put("error", text);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = Json.bytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
