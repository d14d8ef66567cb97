package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/**
 * A TWAP order: a size worked in equal slices, one every 30 seconds.
 *
 * <pre>
 *  activated --all slices done--> finished
 *            --cancelled, liquidated, nothing left to reduce--> terminated
 * </pre>
 */
public final class Twap {
    /** Venue time between two slices. */
    static final long SLICE_MS = 30_000;

    private static final long SLICES_A_MINUTE = 2;

    /** Where a TWAP stands, with the venue's spelling. */
    public enum Status {
        ACTIVATED("activated"),
        FINISHED("finished"),
        TERMINATED("terminated");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** The venue's spelling. */
        public String text() {
            return text;
        }
    }

    private final long id;
    private final int assetId;
    private final MarketId market;
    private final VenueAction.PlaceTwap order;
    private final long startedAtMs;
    private Quantity executed = Quantity.ZERO;
    private Usd executedNotional = Usd.ZERO;
    private int slicesDone;
    private Status status = Status.ACTIVATED;
    private @Nullable String description;
    private long statusAtMs;

    Twap(long id, MarketId market, VenueAction.PlaceTwap order, long nowMs) {
        this.id = id;
        this.assetId = order.assetId();
        this.market = market;
        this.order = order;
        this.startedAtMs = nowMs;
        this.statusAtMs = nowMs;
    }

    Twap(TwapState state) {
        this(
                state.id(),
                new MarketId(state.coin()),
                new VenueAction.PlaceTwap(
                        state.assetId(),
                        state.buy() ? Side.BUY : Side.SELL,
                        new Quantity(state.sizeE8()),
                        state.reduceOnly(),
                        state.minutes(),
                        state.randomize()),
                state.startedAtMs());
        executed = new Quantity(state.executedE8());
        executedNotional = new Usd(state.executedNotionalE8());
        slicesDone = state.slicesDone();
        status = Status.valueOf(state.status());
        description = state.description();
        statusAtMs = state.statusAtMs();
    }

    /** The TWAP as plain values, to be stored. */
    public TwapState state() {
        return new TwapState(
                id,
                assetId,
                market.coin(),
                order.side() == Side.BUY,
                order.size().e8(),
                executed.e8(),
                executedNotional.e8(),
                order.minutes(),
                order.reduceOnly(),
                order.randomize(),
                startedAtMs,
                slicesDone,
                status.name(),
                description,
                statusAtMs);
    }

    public long id() {
        return id;
    }

    public int assetId() {
        return assetId;
    }

    public MarketId market() {
        return market;
    }

    /** What was asked for. */
    public VenueAction.PlaceTwap order() {
        return order;
    }

    /** Size filled so far. */
    public Quantity executed() {
        return executed;
    }

    /** Value of what filled so far. */
    public Usd executedNotional() {
        return executedNotional;
    }

    public long startedAtMs() {
        return startedAtMs;
    }

    public Status status() {
        return status;
    }

    /** Venue time of the last change of status. */
    public long statusAtMs() {
        return statusAtMs;
    }

    boolean isRunning() {
        return status == Status.ACTIVATED;
    }

    Quantity remaining() {
        return order.size().minusOrZero(executed);
    }

    long slices() {
        return order.minutes() * SLICES_A_MINUTE;
    }

    int slicesDone() {
        return slicesDone;
    }

    /** Venue time of the next slice. */
    long nextSliceMs() {
        return startedAtMs + slicesDone * SLICE_MS;
    }

    void sliceDone() {
        slicesDone++;
    }

    void executed(Quantity size, Usd notional) {
        executed = executed.plus(size);
        executedNotional = executedNotional.plus(notional);
    }

    void end(Status value, long nowMs) {
        status = value;
        statusAtMs = nowMs;
    }
}
