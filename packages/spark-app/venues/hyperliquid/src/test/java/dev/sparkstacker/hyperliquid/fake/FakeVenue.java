package dev.sparkstacker.hyperliquid.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A venue on loopback: /info answers by request type, /exchange answers from a queue, and a websocket server. */
public final class FakeVenue implements AutoCloseable {
    private final HttpServer http;
    private final FakeSocketServer socket;
    private final Map<String, Function<JsonNode, Answer>> info = new ConcurrentHashMap<>();
    private final Queue<Answer> exchange = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> acted = new CopyOnWriteArrayList<>();
    private final CountDownLatch ending = new CountDownLatch(1);

    /** What to do with one request. */
    public sealed interface Answer {
        /** Answers whole. */
        record Body(int status, String text) implements Answer {}

        /** Answers with these bytes, whether they are a text or not. */
        @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
        record Bytes(int status, byte[] body) implements Answer {}

        /** Closes the connection without a word. */
        record Reset() implements Answer {}

        /** Never answers. */
        record Silence() implements Answer {}

        /** Promises more bytes than it sends. */
        record Truncated(String text) implements Answer {}
    }

    public FakeVenue() throws IOException {
        socket = new FakeSocketServer();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/info", this::onInfo);
        http.createContext("/exchange", this::onExchange);
        http.start();
        info("exchangeStatus", request -> "{\"specialStatuses\":null,\"time\":" + System.currentTimeMillis() + "}");
    }

    public String restUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public FakeSocketServer socket() {
        return socket;
    }

    /** Answers an info type with text made from the request. */
    public void info(String type, Function<JsonNode, String> answer) {
        info.put(type, request -> new Answer.Body(200, answer.apply(request)));
    }

    /** Answers an info type always alike. */
    public void info(String type, Answer answer) {
        info.put(type, request -> answer);
    }

    /** Puts an answer behind those that wait for the next posts to /exchange. */
    public void nextExchange(Answer answer) {
        exchange.add(answer);
    }

    /** Puts a good answer in the queue. */
    public void nextExchange(String text) {
        exchange.add(new Answer.Body(200, text));
    }

    /** Every body posted to /exchange, oldest first. */
    public List<String> acted() {
        return acted;
    }

    /** Requests of one info type, oldest first. */
    public List<JsonNode> asked(String type) {
        return asked.stream()
                .filter(request -> request.path("type").asString("").equals(type))
                .toList();
    }

    private void onInfo(HttpExchange request) throws IOException {
        try {
            JsonNode body = Json.parse(request.getRequestBody().readAllBytes());
            asked.add(body);
            Function<JsonNode, Answer> answer = info.getOrDefault(
                    body.path("type").asString(""), unknown -> new Answer.Body(422, "Failed to deserialize"));
            answer(request, answer.apply(body));
        } catch (WireException e) {
            answer(request, new Answer.Body(422, String.valueOf(e.getMessage())));
        }
    }

    private void onExchange(HttpExchange request) throws IOException {
        acted.add(new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Answer next = exchange.poll();
        answer(request, next == null ? new Answer.Body(500, "no answer was prepared") : next);
    }

    private void answer(HttpExchange request, Answer answer) throws IOException {
        try (request) {
            switch (answer) {
                case Answer.Body(int status, String text) -> {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    request.sendResponseHeaders(status, bytes.length);
                    request.getResponseBody().write(bytes);
                }
                case Answer.Bytes(int status, byte[] bytes) -> {
                    request.sendResponseHeaders(status, bytes.length);
                    request.getResponseBody().write(bytes);
                }
                case Answer.Truncated(String text) -> {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    request.sendResponseHeaders(200, bytes.length + 100L);
                    OutputStream out = request.getResponseBody();
                    out.write(bytes);
                    out.flush();
                }
                case Answer.Reset _ -> {}
                case Answer.Silence _ -> ending.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        ending.countDown();
        http.stop(0);
        socket.close();
    }
}
