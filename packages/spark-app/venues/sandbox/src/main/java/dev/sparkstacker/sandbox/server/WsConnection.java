package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.wire.ws.Subscription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client. Frames go through a bounded queue and a thread of their own, so that a slow client never holds the
 * exchange up; a client that falls behind by a whole queue is cut off.
 */
final class WsConnection {
    private static final Logger LOG = LoggerFactory.getLogger(WsConnection.class);
    private static final long WRITE_TIMEOUT_S = 30;

    private final Session session;
    private final ClientQuota quota;
    private final FaultPlan faults;
    private final long idleCloseMs;
    private final BlockingQueue<String> queue;
    private final Thread writer;
    /** Subscriptions held, by topic key; touched on the exchange's thread only. */
    final Map<String, Subscription> topics = new LinkedHashMap<>();

    private volatile boolean open = true;

    WsConnection(Session session, ClientQuota quota, FaultPlan faults, VenueLimits limits) {
        this.session = session;
        this.quota = quota;
        this.faults = faults;
        this.idleCloseMs = limits.idleCloseMs();
        this.queue = new ArrayBlockingQueue<>(limits.queuedFrames());
        this.writer = Thread.ofVirtual().name("sandbox-ws-writer").start(this::write);
    }

    /** Queues a frame; never blocks. */
    void send(String frame) {
        if (open && !queue.offer(frame)) {
            LOG.warn("A websocket client of the sandbox is {} frames behind and is cut off", queue.size());
            cut();
        }
    }

    /** What its client address has used of its limits. */
    ClientQuota quota() {
        return quota;
    }

    boolean isOpen() {
        return open;
    }

    /** Ends the connection without a close frame. */
    void cut() {
        open = false;
        session.disconnect();
        writer.interrupt();
    }

    /** Ends the connection in order. */
    void close() {
        open = false;
        session.close();
        writer.interrupt();
    }

    private void write() {
        try {
            while (open) {
                String frame = queue.poll(idleCloseMs, TimeUnit.MILLISECONDS);
                if (frame == null) {
                    close();
                } else {
                    deliver(frame);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException gone) {
            LOG.debug("A websocket client of the sandbox is gone", gone);
            cut();
        }
    }

    private void deliver(String frame) throws InterruptedException, ExecutionException, TimeoutException {
        switch (faults.strike(Edge.WS_SEND)) {
            case null -> transmit(frame);
            case Fault.Delay(long machineMs) -> {
                TimeUnit.MILLISECONDS.sleep(machineMs);
                transmit(frame);
            }
            case Fault.Drop _ -> LOG.debug("fault: dropped a frame to a client");
            case Fault.Disconnect _,
                    Fault.LostReply _,
                    Fault.RateLimited _,
                    Fault.ServerError _,
                    Fault.HtmlPage _,
                    Fault.TruncatedReply _ -> cut();
        }
    }

    private void transmit(String frame) throws InterruptedException, ExecutionException, TimeoutException {
        Callback.Completable written = new Callback.Completable();
        session.sendText(frame, written);
        written.get(WRITE_TIMEOUT_S, TimeUnit.SECONDS);
    }
}
