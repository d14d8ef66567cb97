package dev.sparkstacker.hyperliquid.socket;

import dev.sparkstacker.hyperliquid.socket.FrameHandler.Heard;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.ws.WsRequest;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One life of a websocket: its frames, its pings and its end. */
final class SocketSession implements WebSocket.Listener {
    /** Longest frame taken in. */
    static final int MAX_CHARACTERS = 16 * 1024 * 1024;

    private static final Duration SEND_WITHIN = Duration.ofSeconds(5);
    private static final String PING = Json.text(new WsRequest.Ping().tree());

    private final FrameHandler handler;
    private final FrameAssembler assembler = new FrameAssembler(MAX_CHARACTERS);
    private final CountDownLatch unacknowledged;
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final Semaphore pongs = new Semaphore(0);
    private final Object sending = new Object();
    private volatile @Nullable WebSocket socket;

    SocketSession(FrameHandler handler, int subscriptions) {
        this.handler = handler;
        this.unacknowledged = new CountDownLatch(subscriptions);
    }

    void attach(WebSocket opened) {
        socket = opened;
    }

    /** Sends a text; false if the connection is gone. */
    boolean send(String text) {
        WebSocket open = socket;
        if (open == null || end.isDone()) {
            return false;
        }
        synchronized (sending) {
            try {
                open.sendText(text, true)
                        .orTimeout(SEND_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
                return true;
            } catch (CompletionException e) {
                end.complete("sending failed: " + e.getCause());
                return false;
            }
        }
    }

    /** Waits until every subscription is acknowledged; false if it takes too long or the connection ends. */
    boolean awaitAcknowledged(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!end.isDone() && System.nanoTime() < deadline) {
            if (unacknowledged.await(10, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    /** Waits for the connection's end; false if it is still there after the given time. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        try {
            end.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a connection is a text, never a failure", e);
        }
    }

    /** Pings and waits for the pong; false if it does not come in time. */
    boolean ping(Duration patience) throws InterruptedException {
        pongs.drainPermits();
        return send(PING) && pongs.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Why it ended, or the given reason if it has not told. */
    String ended(String otherwise) {
        return end.getNow(otherwise);
    }

    void abort() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    void close() {
        WebSocket open = socket;
        if (open != null && !open.isOutputClosed()) {
            CompletableFuture<WebSocket> _ = open.sendClose(WebSocket.NORMAL_CLOSURE, "");
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        String frame = assembler.add(data, last);
        if (frame != null) {
            hear(frame);
        } else if (last) {
            long characters = assembler.takeDropped();
            handler.unreadable("TOO_LARGE", characters + " characters, limit " + MAX_CHARACTERS);
        }
        webSocket.request(1);
        return null;
    }

    private void hear(String frame) {
        Heard heard = handler.frame(frame);
        if (heard == Heard.PONG) {
            pongs.release();
        } else if (heard == Heard.ACKNOWLEDGED) {
            unacknowledged.countDown();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        if (last) {
            handler.unreadable("BINARY", "a binary frame; the protocol has only text");
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        end.complete("closed by the venue, status " + status + (reason.isEmpty() ? "" : " " + reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        Throwable cause = error.getCause();
        end.complete("connection failed: " + error + (cause == null ? "" : ", caused by " + cause));
    }
}
