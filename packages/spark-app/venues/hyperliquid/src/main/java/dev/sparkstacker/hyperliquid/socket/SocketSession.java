package dev.sparkstacker.hyperliquid.socket;

import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.net.Line;
import dev.sparkstacker.hyperliquid.net.LineListener;
import dev.sparkstacker.hyperliquid.socket.FrameHandler.Heard;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.ws.WsRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One life of a websocket: its frames, its pings and its end. */
final class SocketSession implements LineListener {
    /** Longest frame taken in. */
    static final int MAX_CHARACTERS = 16 * 1024 * 1024;

    private static final Duration SEND_WITHIN = Duration.ofSeconds(5);
    private static final String PING = Json.text(new WsRequest.Ping().tree());

    private final FrameHandler handler;
    private final Machine machine;
    private final FrameAssembler assembler = new FrameAssembler(MAX_CHARACTERS);
    private final AtomicInteger unacknowledged;
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    private final Object sending = new Object();
    private volatile CompletableFuture<Void> pong = new CompletableFuture<>();
    private volatile @Nullable Line line;

    SocketSession(FrameHandler handler, int subscriptions, Machine machine) {
        this.handler = handler;
        this.machine = machine;
        this.unacknowledged = new AtomicInteger(subscriptions);
        if (subscriptions == 0) {
            acknowledged.complete(null);
        }
    }

    void attach(Line opened) {
        line = opened;
    }

    /** Sends a text; false if the connection is gone. */
    boolean send(String text) {
        Line open = line;
        if (open == null || end.isDone()) {
            return false;
        }
        synchronized (sending) {
            try {
                Object _ = withinLimit(open.send(text)).join();
                return true;
            } catch (CompletionException e) {
                end.complete("sending failed: " + e.getCause());
                return false;
            }
        }
    }

    /** A sending that is over already needs no timer. */
    private static CompletableFuture<?> withinLimit(CompletableFuture<?> sent) {
        return sent.isDone() ? sent : sent.orTimeout(SEND_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until every subscription is acknowledged; false if it takes too long or the connection ends. */
    boolean awaitAcknowledged(Duration patience) throws InterruptedException {
        boolean _ = machine.awaitEnd(CompletableFuture.anyOf(acknowledged, end), patience.toNanos());
        return acknowledged.isDone() && !end.isDone();
    }

    /** Waits for the connection's end; false if it is still there after the given time. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return machine.awaitEnd(end, patience.toNanos());
    }

    /** Pings and waits for the pong; false if it does not come in time. */
    boolean ping(Duration patience) throws InterruptedException {
        CompletableFuture<Void> awaited = new CompletableFuture<>();
        pong = awaited;
        return send(PING) && machine.awaitEnd(awaited, patience.toNanos());
    }

    /** Why it ended, or the given reason if it has not told. */
    String ended(String otherwise) {
        return end.getNow(otherwise);
    }

    void abort() {
        Line open = line;
        if (open != null) {
            open.abort();
        }
    }

    void close() {
        Line open = line;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void text(CharSequence data, boolean last) {
        String frame = assembler.add(data, last);
        if (frame != null) {
            hear(frame);
        } else if (last) {
            long characters = assembler.takeDropped();
            handler.unreadable("TOO_LARGE", characters + " characters, limit " + MAX_CHARACTERS);
        }
    }

    private void hear(String frame) {
        switch (handler.frame(frame)) {
            case Heard.PONG -> pong.complete(null);
            case Heard.ACKNOWLEDGED -> {
                if (unacknowledged.decrementAndGet() == 0) {
                    acknowledged.complete(null);
                }
            }
            case Heard.DATA -> {
                // The handler has used it.
            }
        }
    }

    @Override
    public void binary(boolean last) {
        if (last) {
            handler.unreadable("BINARY", "a binary frame; the protocol has only text");
        }
    }

    @Override
    public void closed(int status, String reason) {
        end.complete("closed by the venue, status " + status + (reason.isEmpty() ? "" : " " + reason));
    }

    @Override
    public void failed(Throwable error) {
        Throwable cause = error.getCause();
        end.complete("connection failed: " + error + (cause == null ? "" : ", caused by " + cause));
    }
}
