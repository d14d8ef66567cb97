package dev.sparkstacker.app.guard;

import dev.sparkstacker.hyperliquid.net.HttpAnswer;
import dev.sparkstacker.hyperliquid.net.Line;
import dev.sparkstacker.hyperliquid.net.LineListener;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The gate through which everything that the engine does at the venue must pass. Once closed it stays closed until the
 * process ends: acts that the engine or the connector's queues still send do not leave; reading goes on.
 *
 * <pre>
 *  engine ─► lanes ─► sign ─► │ fence │ ─► venue
 *  guard  ─► own clients ─────────────────► venue
 * </pre>
 */
public final class EgressFence {
    private final AtomicLong heldBack = new AtomicLong();
    private volatile boolean closed;
    private volatile Consumer<String> onHeldBack = what -> {};

    /** Says who hears of acts that did not leave, before the fence can be closed. */
    public void tell(Consumer<String> listener) {
        onHeldBack = listener;
    }

    /** Lets nothing through from now on that changes anything at the venue. */
    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Acts that did not leave. */
    public long heldBack() {
        return heldBack.get();
    }

    /** The same transport behind this fence. */
    public VenueTransport around(VenueTransport transport) {
        return new Fenced(transport);
    }

    /** Nothing reached the venue, and whoever sends is told so. */
    private ConnectException refusal(String what) {
        heldBack.incrementAndGet();
        onHeldBack.accept(what);
        return new ConnectException("the guard has taken over and lets nothing of the engine's through");
    }

    private final class Fenced implements VenueTransport {
        private final VenueTransport transport;

        Fenced(VenueTransport transport) {
            this.transport = transport;
        }

        @Override
        public CompletableFuture<HttpAnswer> post(URI uri, String body) {
            if (closed && uri.getPath().endsWith("/exchange")) {
                return CompletableFuture.failedFuture(refusal(action(body)));
            }
            return transport.post(uri, body);
        }

        @Override
        public CompletableFuture<Line> open(URI uri, Duration connectTimeout, LineListener listener) {
            return transport.open(uri, connectTimeout, listener).thenApply(FencedLine::new);
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    private final class FencedLine implements Line {
        private final Line line;

        FencedLine(Line line) {
            this.line = line;
        }

        /** Whatever is signed changes something at the venue; subscriptions and questions are not signed. */
        @Override
        public CompletableFuture<?> send(String text) {
            if (closed && text.contains("\"signature\"")) {
                return CompletableFuture.failedFuture(new IOException(refusal(action(text))));
            }
            return line.send(text);
        }

        @Override
        public void close() {
            line.close();
        }

        @Override
        public void abort() {
            line.abort();
        }
    }

    /** The action's type, for people. */
    private static String action(String body) {
        String key = "\"type\":\"";
        int from = body.indexOf(key, Math.max(0, body.indexOf("\"action\":")));
        int end = from < 0 ? -1 : body.indexOf('"', from + key.length());
        return end < 0 ? "an action" : body.substring(from + key.length(), end);
    }
}
