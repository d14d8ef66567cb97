package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.output.ExitReason;

/**
 * A part of the venue's position that no leg explains and that is being closed, reduce-only, with widening caps. Its
 * orders carry the strategy name {@code unknown-position}.
 */
final class Stray {
    static final StrategyId STRATEGY = new StrategyId("unknown-position");

    /** Its state, for snapshots. */
    record State(AccountId account, MarketId market, SignedQuantity size, Retreat.State retreat, String decision) {}

    private final AccountId account;
    private final MarketId market;
    private final LegOrders orders;
    private final Retreat retreat;
    private final String decision;
    private SignedQuantity size;

    Stray(AccountId account, Market market, Desk desk, SignedQuantity size, String decision) {
        this.account = account;
        this.market = market.id();
        this.orders = new LegOrders(new LegId(STRATEGY, market.id(), LegRole.MAIN), account, desk);
        this.retreat = new Retreat(market, desk);
        this.size = size;
        this.decision = decision;
    }

    Stray(State state, Market market, Desk desk) {
        this(state.account(), market, desk, state.size(), state.decision());
        retreat.load(state.retreat());
    }

    State state() {
        return new State(account, market, size, retreat.state(), decision);
    }

    boolean isAt(AccountId otherAccount, MarketId otherMarket) {
        return account.equals(otherAccount) && market.equals(otherMarket);
    }

    AccountId account() {
        return account;
    }

    MarketId market() {
        return market;
    }

    SignedQuantity size() {
        return size;
    }

    /** The venue holds this much of it. */
    void correct(SignedQuantity newSize) {
        size = newSize;
    }

    void begin(Turn turn) {
        retreat.begin(ExitReason.FOREIGN, Quantity.ZERO);
        attempt(turn);
    }

    /** Takes what it can of a fill against it, and returns that. */
    Quantity onFill(Fill fill) {
        if (size.signum() != -fill.side().sign()) {
            return Quantity.ZERO;
        }
        Quantity taken = fill.size().min(size.abs());
        size = size.plus(SignedQuantity.of(fill.side(), taken));
        return taken;
    }

    void onOrder(Turn turn, OrderRecord order) {
        if (retreat.owns(order.id()) && order.isSettled()) {
            retreat.settled(turn);
        }
    }

    void onTime(Turn turn) {
        if (retreat.isDue(turn)) {
            attempt(turn);
        }
    }

    void plan(Agenda agenda) {
        retreat.plan(agenda);
    }

    private void attempt(Turn turn) {
        turn.correlate(decision);
        retreat.attempt(turn, orders, size);
    }
}
