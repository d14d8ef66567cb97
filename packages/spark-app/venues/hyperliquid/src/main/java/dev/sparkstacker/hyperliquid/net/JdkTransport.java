package dev.sparkstacker.hyperliquid.net;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The network as it is: one connection pool of the JDK's client, HTTP/1.1. */
public final class JdkTransport implements VenueTransport {
    private static final long MAX_BODY = 32L * 1024 * 1024;

    private final HttpClient client;

    /** @param connectTimeout for TCP and TLS handshakes */
    public JdkTransport(Duration connectTimeout) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Override
    public CompletableFuture<HttpAnswer> post(URI uri, String body) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BODY))
                .thenApply(response -> new HttpAnswer(response.statusCode(), response.body()));
    }

    @Override
    public CompletableFuture<Line> open(URI uri, Duration connectTimeout, LineListener listener) {
        return client.newWebSocketBuilder()
                .connectTimeout(connectTimeout)
                .buildAsync(uri, new Ear(listener))
                .thenApply(JdkLine::new);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private record JdkLine(WebSocket socket) implements Line {
        @Override
        public CompletableFuture<?> send(String text) {
            return socket.sendText(text, true);
        }

        @Override
        public void close() {
            if (!socket.isOutputClosed()) {
                CompletableFuture<WebSocket> _ = socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
            }
        }

        @Override
        public void abort() {
            socket.abort();
        }
    }

    private record Ear(LineListener listener) implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            listener.text(data, last);
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            listener.binary(last);
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            listener.closed(status, reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            listener.failed(error);
        }
    }
}
