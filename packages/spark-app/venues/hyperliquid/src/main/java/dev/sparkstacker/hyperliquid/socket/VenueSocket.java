package dev.sparkstacker.hyperliquid.socket;

import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.ws.Subscription;
import dev.sparkstacker.wire.ws.WsRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One websocket that stays up: it reconnects with backoff, subscribes again, and notices a peer that is silent.
 *
 * <pre>
 *            ┌────────────────────────── backoff 250 ms … 30 s, ≤ 20 openings a minute ◄───────────┐
 *            ▼                                                                                     │
 *  CONNECTING ──open──► SUBSCRIBING ──all acknowledged──► UP ──ping each 20 s──► pong within 10 s? ─┤ no
 *            └─refused────────┴──────────── silent, closed, failed ──────────────────┴─────────────►┘
 * </pre>
 *
 * <p>One task supervises; frames are handled on the transport's threads, one at a time.
 */
public final class VenueSocket implements AutoCloseable {
    private final String name;
    private final URI uri;
    private final VenueTransport transport;
    private final List<Subscription> subscriptions;
    private final FrameHandler handler;
    private final SocketTiming timing;
    private final ConnectionLimit limit;
    private final Backoff backoff;
    private final ConnectorListener listener;
    private final Machine machine;
    private volatile Machine.@Nullable Task supervisor;
    private volatile @Nullable SocketSession session;
    private volatile boolean closed;
    private int opened;

    /** @param name how the connection is called in events, such as {@code market} or {@code account:main} */
    public VenueSocket(
            String name,
            URI uri,
            VenueTransport transport,
            List<Subscription> subscriptions,
            FrameHandler handler,
            SocketTiming timing,
            ConnectionLimit limit,
            Machine machine,
            ConnectorListener listener) {
        this.name = name;
        this.uri = uri;
        this.transport = transport;
        this.subscriptions = List.copyOf(subscriptions);
        this.handler = handler;
        this.timing = timing;
        this.limit = limit;
        this.backoff = new Backoff(machine.random());
        this.listener = listener;
        this.machine = machine;
    }

    /** Starts connecting; returns at once. */
    public void start() {
        supervisor = machine.start("socket-" + name, this::supervise);
    }

    /** Whether a connection is open now. */
    public boolean isOpen() {
        return session != null;
    }

    /** Sends a request of our own on the open connection. Returns false where there is none. */
    public boolean send(WsRequest request) {
        SocketSession open = session;
        return open != null && open.send(Json.text(request.tree()));
    }

    private void supervise() throws InterruptedException {
        while (!closed) {
            String why = liveOnce();
            if (closed) {
                return;
            }
            long pauseMs = backoff.nextMs();
            listener.disconnected(name, why, pauseMs);
            machine.sleep(pauseMs);
        }
    }

    /** One life of a connection, from the handshake to its end. Returns why it ended. */
    private String liveOnce() throws InterruptedException {
        for (long waitMs = limit.tryTake(); waitMs > 0; waitMs = limit.tryTake()) {
            machine.sleep(waitMs);
        }
        SocketSession mine = new SocketSession(handler, subscriptions.size(), machine);
        listener.connecting(name);
        try {
            mine.attach(machine.await(
                    transport.open(uri, timing.connectTimeout(), mine),
                    timing.connectTimeout().plusSeconds(1).toNanos()));
            session = mine;
            return closed ? "closed" : serve(mine);
        } catch (ExecutionException e) {
            return failed("cannot connect to " + uri + ": " + (e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            return failed("cannot connect to " + uri + " within " + timing.connectTimeout());
        } finally {
            session = null;
            mine.abort();
        }
    }

    private String serve(SocketSession mine) throws InterruptedException {
        for (Subscription subscription : subscriptions) {
            mine.send(Json.text(new WsRequest.Subscribe(subscription).tree()));
        }
        if (!mine.awaitAcknowledged(timing.acknowledgeWithin())) {
            return failed(mine.ended("subscriptions were not acknowledged within " + timing.acknowledgeWithin()));
        }
        long upSince = machine.nanos();
        opened++;
        handler.up();
        listener.connected(name, opened);
        while (!mine.awaitEnd(timing.pingEvery())) {
            if (machine.nanos() - upSince > timing.stableAfter().toNanos()) {
                backoff.reset();
            }
            if (!mine.ping(timing.pongWithin())) {
                return failed(mine.ended("no pong within " + timing.pongWithin()));
            }
        }
        if (machine.nanos() - upSince > timing.stableAfter().toNanos()) {
            backoff.reset();
        }
        return failed(mine.ended("closed"));
    }

    private String failed(String detail) {
        if (!closed) {
            handler.down(detail);
        }
        return detail;
    }

    @Override
    public void close() {
        closed = true;
        SocketSession open = session;
        if (open != null) {
            open.close();
        }
        Machine.Task running = supervisor;
        if (running != null) {
            running.interrupt();
        }
    }
}
