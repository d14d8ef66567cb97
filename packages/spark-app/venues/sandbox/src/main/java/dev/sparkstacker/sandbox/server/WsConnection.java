package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.wire.ws.Subscription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One websocket connection at the venue, whatever carries it: its subscriptions, and what goes wrong with its frames.
 *
 * <pre>
 *  client --> receive() --> fault? --> line --> WsDesk
 *  client &lt;-- WsPeer    &lt;-- line &lt;-- fault? &lt;-- send()
 * </pre>
 *
 * Thread-safe: one lock for what comes, {@code this} for what goes, taken in that order; so that checking a signature
 * never holds up who sends. A client that falls behind by a whole queue is cut off.
 */
public final class WsConnection {
    private static final Logger LOG = LoggerFactory.getLogger(WsConnection.class);
    private static final int SLOW_DOWN = 1_013;
    private static final int TRY_AGAIN = 1_012;
    private static final int IDLE = 1_000;
    private static final FeedFaults.Lane IN = FeedFaults.Lane.ANSWER;

    /** What a connection needs of the venue around it. */
    record Setting(
            WsDesk desk,
            FaultPlan faults,
            EdgeTimer timer,
            LongSupplier venueMs,
            VenueLimits limits,
            BooleanSupplier serving) {}

    private final WsPeer peer;
    private final ClientQuota quota;
    private final Setting setting;
    private final Object receiving = new Object();
    private final DelayLine outgoing;
    private final DelayLine incoming;
    private final FeedFaults feeds = new FeedFaults();
    /** Subscriptions held, by topic key; touched by the exchange's owner only. */
    final Map<String, Subscription> topics = new LinkedHashMap<>();

    private volatile boolean open = true;
    private volatile boolean mute;
    private long lastSentMs;

    WsConnection(WsPeer peer, ClientQuota quota, Setting setting) {
        this.peer = peer;
        this.quota = quota;
        this.setting = setting;
        this.outgoing = new DelayLine(this, setting.timer, this::transmit);
        this.incoming = new DelayLine(receiving, setting.timer, this::handle);
        this.lastSentMs = setting.timer.nowMs();
    }

    /** Takes the connection up, if it may be had. */
    void begin(String clientIp) {
        if (!setting.serving.getAsBoolean()) {
            open = false;
            peer.close(TRY_AGAIN, "The venue is under maintenance");
            return;
        }
        if (!quota.connect(setting.venueMs.getAsLong())) {
            refuse();
            return;
        }
        armIdleClose();
        switch (setting.faults.strike(Edge.WS_CONNECT, clientIp, setting.venueMs.getAsLong())) {
            case null -> LOG.trace("a websocket client connected");
            case Fault.Delay(long ms) -> {
                synchronized (receiving) {
                    incoming.delay("", IN, ms);
                }
            }
            case Fault.Disconnect _ -> cut();
            case Fault.RateLimited _ -> {
                quota.closed();
                refuse();
            }
            case Fault.HalfOpen _ -> mute = true;
        }
    }

    private void refuse() {
        open = false;
        peer.close(SLOW_DOWN, "Too many websocket connections from this address");
    }

    /** Takes a text frame from the client. */
    public void receive(String frame) {
        if (open && !mute) {
            synchronized (receiving) {
                take(frame);
            }
        }
    }

    private void take(String frame) {
        long now = setting.venueMs.getAsLong();
        switch (setting.faults.strike(Edge.WS_RECEIVE, WsDesk.method(frame), now)) {
            case null -> incoming.pass(frame, IN, 0);
            case Fault.Delay(long ms) -> incoming.delay(frame, IN, ms);
            case Fault.Drop _ -> LOG.debug("fault: dropped a frame from a client");
            case Fault.Disconnect _ -> cut();
            case Fault.Duplicate _ -> {
                incoming.pass(frame, IN, 0);
                incoming.pass(frame, IN, 0);
            }
            case Fault.Reorder(long atMostMs) -> incoming.swap(frame, IN, atMostMs);
            case Fault.LostReply _ -> {
                handle(frame);
                cut();
            }
            case Fault.HalfOpen(Fault.Moment moment) -> {
                if (moment == Fault.Moment.AFTER) {
                    handle(frame);
                }
                mute = true;
            }
        }
    }

    /** Tells that the client's end is gone; after it nothing is sent. */
    public void closed() {
        var _ = end();
    }

    /** Whether it can still carry frames, for all the venue knows. */
    public boolean isOpen() {
        return open;
    }

    /** Sends a frame; never blocks. */
    synchronized void send(String frame) {
        String channel = FeedFaults.channel(frame);
        FeedFaults.Lane lane = FeedFaults.Lane.of(channel);
        long now = setting.timer.nowMs();
        if (!open || mute || feeds.isFrozen(lane, now) || !setting.serving.getAsBoolean()) {
            return;
        }
        switch (setting.faults.strike(Edge.WS_SEND, channel, setting.venueMs.getAsLong())) {
            case null -> pass(frame, lane);
            case Fault.Delay(long ms) -> outgoing.delay(frame, lane, ms);
            case Fault.Drop _ -> LOG.debug("fault: dropped a frame to a client");
            case Fault.Disconnect _ -> cut();
            case Fault.Duplicate _ -> {
                pass(frame, lane);
                pass(frame, lane);
            }
            case Fault.Reorder(long atMostMs) -> outgoing.swap(frame, lane, atMostMs);
            case Fault.TruncatedBody _ -> pass(frame.substring(0, frame.length() / 2), lane);
            case Fault.HalfOpen _ -> mute = true;
            case Fault.StaleFeed stale -> {
                feeds.makeStale(stale, now);
                pass(frame, lane);
            }
            case Fault.FrozenFeed frozen -> {
                feeds.freeze(frozen, now);
                if (!feeds.isFrozen(lane, now)) {
                    pass(frame, lane);
                }
            }
        }
        if (outgoing.size() > setting.limits.queuedFrames()) {
            LOG.warn("A websocket client of the sandbox is {} frames behind and is cut off", outgoing.size());
            cut();
        }
    }

    private void pass(String frame, FeedFaults.Lane lane) {
        outgoing.pass(frame, lane, feeds.lateMs(lane, setting.timer.nowMs()));
    }

    private void transmit(String frame) {
        if (open && !mute) {
            lastSentMs = setting.timer.nowMs();
            peer.send(frame);
        }
    }

    private void handle(String frame) {
        if (open && !frame.isEmpty()) {
            setting.desk.onFrame(this, frame);
        }
    }

    /** What its client address has used of its limits. */
    ClientQuota quota() {
        return quota;
    }

    /** Ends the connection without a close frame. */
    void cut() {
        if (end()) {
            peer.cut();
        }
    }

    private synchronized boolean end() {
        if (!open) {
            return false;
        }
        open = false;
        outgoing.clear();
        quota.closed();
        setting.desk.onClose(this);
        return true;
    }

    private synchronized void armIdleClose() {
        long idleMs = setting.timer.nowMs() - lastSentMs;
        setting.timer.after(setting.limits.idleCloseMs() - idleMs, this::closeIfIdle);
    }

    private synchronized void closeIfIdle() {
        if (!open || mute) {
            return;
        }
        if (setting.timer.nowMs() - lastSentMs >= setting.limits.idleCloseMs()) {
            var _ = end();
            peer.close(IDLE, "");
        } else {
            armIdleClose();
        }
    }
}
