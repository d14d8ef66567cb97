package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import java.math.RoundingMode;

/** A net position. It keeps its exact cost; the entry price is derived. */
public final class Position {
    private final MarketId market;
    private final MarginMode mode;
    private SignedQuantity size = SignedQuantity.ZERO;
    private Usd cost = Usd.ZERO;
    private Usd margin = Usd.ZERO;
    private Usd fundingSinceOpen = Usd.ZERO;
    private Usd fundingSinceChange = Usd.ZERO;

    Position(MarketId market, MarginMode mode) {
        this.market = market;
        this.mode = mode;
    }

    Position(MarketId market, PositionState state) {
        this.market = market;
        this.mode = state.isolated() ? MarginMode.ISOLATED : MarginMode.CROSS;
        this.size = new SignedQuantity(state.sizeE8());
        this.cost = new Usd(state.costE8());
        this.margin = new Usd(state.marginE8());
        this.fundingSinceOpen = new Usd(state.fundingSinceOpenE8());
        this.fundingSinceChange = new Usd(state.fundingSinceChangeE8());
    }

    /** A position as plain values; amounts in units of 10<sup>-8</sup>. */
    public record PositionState(
            String coin,
            boolean isolated,
            long sizeE8,
            long costE8,
            long marginE8,
            long fundingSinceOpenE8,
            long fundingSinceChangeE8) {}

    /** The position as plain values, to be stored. */
    public PositionState state() {
        return new PositionState(
                market.coin(),
                isIsolated(),
                size.e8(),
                cost.e8(),
                margin.e8(),
                fundingSinceOpen.e8(),
                fundingSinceChange.e8());
    }

    public MarketId market() {
        return market;
    }

    public SignedQuantity size() {
        return size;
    }

    public boolean isIsolated() {
        return mode == MarginMode.ISOLATED;
    }

    /** Signed cost: size × entry price. */
    public Usd cost() {
        return cost;
    }

    /** Own margin of an isolated position; zero for a cross position. */
    public Usd margin() {
        return margin;
    }

    /** Funding paid (positive) since the position was opened. */
    public Usd fundingSinceOpen() {
        return fundingSinceOpen;
    }

    /** Funding paid (positive) since its size last changed. */
    public Usd fundingSinceChange() {
        return fundingSinceChange;
    }

    /** Size-weighted entry price, rounded half up. */
    public Price entryPrice() {
        return new Price(FixedPoint.multiplyDivide(cost.e8(), FixedPoint.ONE, size.e8(), RoundingMode.HALF_UP));
    }

    /** Signed value at a mark price. */
    public Usd signedValue(Price mark) {
        return Money.value(size, mark);
    }

    /** Unsigned value at a mark price. */
    public Usd value(Price mark) {
        return signedValue(mark).abs();
    }

    /** Profit at a mark price. */
    public Usd unrealizedPnl(Price mark) {
        return signedValue(mark).minus(cost);
    }

    /** What a change of the position released or took. */
    record Change(Usd closedPnl, Usd releasedMargin, boolean flipped) {}

    /**
     * Applies a fill.
     *
     * @param delta signed size
     * @param price fill price
     * @param leverage leverage for the margin of what it opens
     * @return the gross profit of the closed part and the margin released (negative: taken)
     */
    Change apply(SignedQuantity delta, Price price, int leverage) {
        fundingSinceChange = Usd.ZERO;
        if (size.isZero() || size.signum() == delta.signum()) {
            return new Change(Usd.ZERO, open(delta, price, leverage).negate(), false);
        }
        long held = Math.abs(size.e8());
        long closing = Math.min(held, Math.abs(delta.e8()));
        boolean all = closing == held;
        Usd releasedCost = all ? cost : Money.share(cost, closing, held);
        Usd releasedMargin = all ? margin : Money.share(margin, closing, held);
        SignedQuantity closed = new SignedQuantity(size.signum() * closing);
        Usd pnl = Money.value(closed, price).minus(releasedCost);
        size = size.minus(closed);
        cost = cost.minus(releasedCost);
        margin = margin.minus(releasedMargin);
        SignedQuantity rest = delta.plus(closed);
        if (all) {
            fundingSinceOpen = Usd.ZERO;
        }
        if (rest.isZero()) {
            return new Change(pnl, releasedMargin, false);
        }
        return new Change(pnl, releasedMargin.minus(open(rest, price, leverage)), true);
    }

    void addMargin(Usd amount) {
        margin = margin.plus(amount);
    }

    void payFunding(Usd payment) {
        fundingSinceOpen = fundingSinceOpen.plus(payment);
        fundingSinceChange = fundingSinceChange.plus(payment);
        if (isIsolated()) {
            margin = margin.minus(payment);
        }
    }

    private Usd open(SignedQuantity delta, Price price, int leverage) {
        Usd value = Money.value(delta, price);
        size = size.plus(delta);
        cost = cost.plus(value);
        Usd taken = isIsolated() ? Money.margin(value.abs(), leverage) : Usd.ZERO;
        margin = margin.plus(taken);
        return taken;
    }
}
