package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order at the venue, from acceptance or refusal to its end.
 *
 * <pre>
 *  waiting for parent --parent filled--> open --mark price--> triggered --> filled | canceled
 *                                         |
 *                     plain order: open --+--> filled | canceled | ...Canceled
 *  refused at once: ...Rejected
 * </pre>
 */
public final class Order {
    private final long oid;
    private final Address owner;
    private final MarketId market;
    private final int assetId;
    private final Side side;
    private final Price limit;
    private final Quantity original;
    private final boolean reduceOnly;
    private final @Nullable Trigger trigger;
    private final @Nullable ClientOrderId cloid;
    private final long placedAtMs;
    private final boolean positionTpsl;

    private Tif tif;
    private Quantity remaining;
    private OrderStatus status = OrderStatus.OPEN;
    private long statusAtMs;
    private long queueAheadE8;
    private long parentOid;
    private boolean waitingForParent;
    private @Nullable Long twapId;
    private final List<Long> children = new ArrayList<>();

    Order(long oid, Address owner, MarketId market, OrderTicket ticket, boolean positionTpsl, long nowMs) {
        this.oid = oid;
        this.owner = owner;
        this.market = market;
        this.assetId = ticket.assetId();
        this.side = ticket.side();
        this.limit = ticket.limit();
        this.original = ticket.size();
        this.remaining = ticket.size();
        this.reduceOnly = ticket.reduceOnly();
        this.tif = ticket.tif();
        this.trigger = ticket.trigger();
        this.cloid = ticket.cloid();
        this.positionTpsl = positionTpsl;
        this.placedAtMs = nowMs;
        this.statusAtMs = nowMs;
    }

    Order(OrderState state, MarketId market) {
        this.oid = state.oid();
        this.owner = new Address(state.owner());
        this.market = market;
        this.assetId = state.assetId();
        this.side = state.buy() ? Side.BUY : Side.SELL;
        this.limit = new Price(state.limitE8());
        this.original = new Quantity(state.originalE8());
        this.remaining = new Quantity(state.remainingE8());
        this.reduceOnly = state.reduceOnly();
        this.trigger = state.triggerPriceE8() == null
                ? null
                : new Trigger(
                        state.stopLoss() ? TriggerKind.STOP_LOSS : TriggerKind.TAKE_PROFIT,
                        new Price(state.triggerPriceE8()),
                        state.triggerMarket());
        this.cloid = state.cloid() == null
                ? null
                : ClientOrderId.parse(state.cloid()).orElseThrow();
        this.placedAtMs = state.placedAtMs();
        this.positionTpsl = state.positionTpsl();
        this.tif = Tif.valueOf(state.tif());
        this.status = OrderStatus.of(state.status());
        this.statusAtMs = state.statusAtMs();
        this.queueAheadE8 = state.queueAheadE8();
        this.parentOid = state.parentOid();
        this.waitingForParent = state.waitingForParent();
        this.twapId = state.twapId();
        this.children.addAll(state.children());
    }

    /** The order as plain values, to be stored. */
    public OrderState state() {
        return new OrderState(
                oid,
                owner.hex(),
                assetId,
                side == Side.BUY,
                limit.e8(),
                original.e8(),
                remaining.e8(),
                reduceOnly,
                tif.name(),
                trigger == null ? null : trigger.price().e8(),
                trigger != null && trigger.kind() == TriggerKind.STOP_LOSS,
                trigger != null && trigger.market(),
                cloid == null ? null : cloid.toString(),
                placedAtMs,
                positionTpsl,
                status.text(),
                statusAtMs,
                queueAheadE8,
                parentOid,
                waitingForParent,
                twapId,
                List.copyOf(children));
    }

    public long oid() {
        return oid;
    }

    public Address owner() {
        return owner;
    }

    public MarketId market() {
        return market;
    }

    public int assetId() {
        return assetId;
    }

    public Side side() {
        return side;
    }

    public Price limit() {
        return limit;
    }

    /** Size as asked for. */
    public Quantity original() {
        return original;
    }

    /** Size that still works. */
    public Quantity remaining() {
        return remaining;
    }

    public boolean reduceOnly() {
        return reduceOnly;
    }

    public Tif tif() {
        return tif;
    }

    public @Nullable Trigger trigger() {
        return trigger;
    }

    public @Nullable ClientOrderId cloid() {
        return cloid;
    }

    /** Venue time of placement. */
    public long placedAtMs() {
        return placedAtMs;
    }

    /** Whether it is a TP/SL of the whole position, whatever its size. */
    public boolean positionTpsl() {
        return positionTpsl;
    }

    public OrderStatus status() {
        return status;
    }

    /** Venue time of the last change of status or size. */
    public long statusAtMs() {
        return statusAtMs;
    }

    /** Ids of the TP/SL orders that wait for this one. */
    public List<Long> children() {
        return List.copyOf(children);
    }

    /** The order this one belongs to, or zero. */
    public long parentOid() {
        return parentOid;
    }

    /** Whether it waits for the mark price. */
    public boolean isWaitingTrigger() {
        return trigger != null && status == OrderStatus.OPEN && !waitingForParent;
    }

    /** Filled size. */
    public Quantity filled() {
        return original.minusOrZero(remaining);
    }

    /** The TWAP order that it is a slice of, or null. */
    public @Nullable Long twapId() {
        return twapId;
    }

    void sliceOf(long twap) {
        twapId = twap;
    }

    long queueAheadE8() {
        return queueAheadE8;
    }

    void queueAhead(long e8) {
        queueAheadE8 = e8;
    }

    void tif(Tif value) {
        tif = value;
    }

    void remaining(Quantity value, long nowMs) {
        remaining = value;
        statusAtMs = nowMs;
    }

    void status(OrderStatus value, long nowMs) {
        status = value;
        statusAtMs = nowMs;
    }

    /** Whether it lives only once its parent has filled. */
    public boolean isWaitingForParent() {
        return waitingForParent;
    }

    void waitFor(long oidOfParent) {
        parentOid = oidOfParent;
        waitingForParent = true;
    }

    void activate() {
        waitingForParent = false;
    }

    void addChild(long child) {
        children.add(child);
    }

    @Override
    public String toString() {
        return oid + " " + market + " " + side + " " + remaining + "/" + original + " @ " + limit + " " + status.text();
    }
}
