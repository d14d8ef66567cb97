package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A websocket client that keeps every frame. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {
    final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    SocketClient(HttpClient http, String url) {
        socket = http.newWebSocketBuilder().buildAsync(URI.create(url), this).join();
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    void subscribe(String subscription) {
        send("{\"method\":\"subscribe\",\"subscription\":" + subscription + "}");
    }

    /** The first frame of a channel that fits. */
    JsonNode await(String channel, Predicate<JsonNode> fits) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> frames.stream()
                                .filter(frame ->
                                        frame.path("channel").asString("").equals(channel))
                                .map(frame -> frame.path("data"))
                                .filter(fits)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    JsonNode await(String channel) {
        return await(channel, _ -> true);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(Json.parse(partial.toString()));
            } catch (WireException e) {
                throw new IllegalStateException("Not JSON: " + partial, e);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        closed.complete(status);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(-1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
