package dev.sparkstacker.telemetry.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP server for pages that are read, on the JDK's own server: two of them start in about 40 ms, where a
 * servlet container takes ten times as long. Every request runs on a virtual thread.
 *
 * <p>A protected page answers without a token only where the server is bound to loopback.
 */
public final class LocalHttpServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final HttpBinding binding;
    private final HttpListener listener;

    private LocalHttpServer(HttpServer server, ExecutorService threads, HttpBinding binding, HttpListener listener) {
        this.server = server;
        this.threads = threads;
        this.binding = binding;
        this.listener = listener;
    }

    /** Binds the port; pages follow, then {@link #start}. @throws PortInUseException if the port cannot be bound */
    public static LocalHttpServer bind(HttpBinding binding, HttpListener listener) {
        InetSocketAddress address = binding.address();
        try {
            HttpServer server = HttpServer.create(address, 0);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            return new LocalHttpServer(server, threads, binding, listener);
        } catch (IOException refused) {
            throw new PortInUseException(binding, refused);
        }
    }

    /** Serves a page to everybody who can reach the port. */
    public LocalHttpServer open(String path, Page page) {
        server.createContext(path, exchange -> handle(exchange, path, page, false));
        return this;
    }

    /** Serves a page on loopback, or to those who bring the token. */
    public LocalHttpServer guarded(String path, Page page) {
        server.createContext(path, exchange -> handle(exchange, path, page, true));
        return this;
    }

    /** Hands what is sent to a path by POST to an inbox that asks for its own secret; larger bodies are refused. */
    public LocalHttpServer inbox(String path, int mostBytes, Inbox inbox) {
        server.createContext(path, exchange -> receive(exchange, path, mostBytes, inbox));
        return this;
    }

    /** Begins to answer. */
    public LocalHttpServer start() {
        server.start();
        return this;
    }

    /** The port that is bound. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange, String path, Page page, boolean guarded) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!exchange.getRequestURI().getPath().equals(path)) {
                send(exchange, text(404, "There is no such page here.\n"));
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, text(405, "This page can only be read.\n"));
            } else {
                String refusal = guarded ? refusal(exchange) : null;
                if (refusal != null) {
                    listener.denied(path, exchange.getRemoteAddress().toString(), refusal);
                    exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                    send(exchange, text(401, refusal + "\n"));
                } else {
                    send(exchange, answer(path, page));
                }
            }
        }
    }

    private void receive(HttpExchange exchange, String path, int mostBytes, Inbox inbox) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(path)) {
                send(exchange, Problem.of(404, "NOT_FOUND", "There is nothing at this path."));
                return;
            }
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                send(exchange, Problem.of(405, "METHOD_NOT_ALLOWED", "Send it by POST."));
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(mostBytes + 1);
            if (body.length > mostBytes) {
                exchange.getResponseHeaders().set("Connection", "close");
                send(exchange, Problem.of(413, "TOO_LARGE", "The body may have at most " + mostBytes + " bytes."));
                return;
            }
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            String remote = exchange.getRemoteAddress().toString();
            send(exchange, answer(path, inbox, new Inbox.Letter(authorization, body, remote)));
        }
    }

    private Page.Answer answer(String path, Inbox inbox, Inbox.Letter letter) {
        try {
            return inbox.take(letter);
        } catch (IOException | RuntimeException failed) {
            listener.failed(path, failed);
            return Problem.of(500, "FAILED", "It could not be taken; the error is in the log.");
        }
    }

    /** Whatever fails in a page becomes status 500 and is told to the listener. */
    private Page.Answer answer(String path, Page page) {
        try {
            return page.get();
        } catch (IOException | RuntimeException failed) {
            listener.failed(path, failed);
            return text(500, "This page could not be made; the error is in the log.\n");
        }
    }

    private @Nullable String refusal(HttpExchange exchange) {
        if (server.getAddress().getAddress().isLoopbackAddress()) {
            return null;
        }
        if (binding.token() == null) {
            return "This page is served on loopback only, because no token is configured.";
        }
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] wanted = ("Bearer " + binding.token().reveal()).getBytes(StandardCharsets.UTF_8);
        boolean right = given != null && MessageDigest.isEqual(wanted, given.getBytes(StandardCharsets.UTF_8));
        return right ? null : "This page needs the header 'Authorization: Bearer <token>' with the configured token.";
    }

    private static Page.Answer text(int status, String text) {
        return new Page.Answer(status, "text/plain; charset=utf-8", text);
    }

    private static void send(HttpExchange exchange, Page.Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
