package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One sub-position from entry to exit. It changes only through fills; orders and answers only say what to expect.
 *
 * <pre>
 *            enter            fill                both resting
 *   FLAT ──────────► ENTERING ────► OPENING ───────────────────► OPEN
 *     ▲                 │ settled,     │ rejected, or not resting   │ signal, time, person,
 *     │                 │ no fill      │ in time                    │ linked leg, triggered stop not filled
 *     │◄────────────────┘              ▼                            ▼
 *     └──────────── size is zero ◄── EXITING: reduce-only IOC, each step with a wider cap
 * </pre>
 *
 * Stop and target stay at the venue until it says flat; only then are they cancelled. Each fill that changes the size
 * places them anew for the new size and cancels the old ones once the new ones rest.
 */
final class Leg {
    private static final int MOST_RESTORATIONS = 3;

    private final LegId id;
    private final Market market;
    private final Desk desk;
    private final LegListener listener;
    private final List<ClientOrderId> replaced = new ArrayList<>();
    private LegConfig config;
    private ExitConfig exits;
    private LegState state = LegState.FLAT;
    private Position position = Position.NONE;
    private @Nullable ClientOrderId entry;
    private @Nullable ClientOrderId stop;
    private @Nullable ClientOrderId target;
    private @Nullable ClientOrderId exit;
    private @Nullable Price stopPrice;
    private @Nullable Price targetPrice;
    private Deadline protectBy = Deadline.NEVER;
    private int restorations;
    private int exitAttempt;
    private Deadline nextExit = Deadline.NEVER;
    private Quantity exitGoal = Quantity.ZERO;
    private @Nullable ExitReason exitReason;
    private String correlationId = "";

    Leg(LegId id, LegConfig config, ExitConfig exits, Market market, Desk desk, LegListener listener) {
        this.id = id;
        this.config = config;
        this.exits = exits;
        this.market = market;
        this.desk = desk;
        this.listener = listener;
    }

    void load(LegRecord record) {
        config = record.config();
        exits = record.exits();
        state = record.state();
        position = record.position();
        entry = record.entry();
        stop = record.stop();
        target = record.target();
        exit = record.exit();
        replaced.addAll(record.replaced());
        stopPrice = record.stopPrice();
        targetPrice = record.targetPrice();
        protectBy = record.protectBy();
        restorations = record.restorations();
        exitAttempt = record.exitAttempt();
        nextExit = record.nextExit();
        exitGoal = record.exitGoal();
        exitReason = record.exitReason();
        correlationId = record.correlationId();
    }

    LegRecord state() {
        return new LegRecord(
                id,
                config,
                exits,
                state,
                position,
                entry,
                stop,
                target,
                exit,
                List.copyOf(replaced),
                stopPrice,
                targetPrice,
                protectBy,
                restorations,
                exitAttempt,
                nextExit,
                exitGoal,
                exitReason,
                correlationId);
    }

    /** Takes a new configuration; a position that is open keeps the stop it was sized with. */
    void configure(LegConfig newConfig, ExitConfig newExits) {
        if (isFlat()) {
            config = newConfig;
            exits = newExits;
        }
    }

    LegId id() {
        return id;
    }

    AccountId account() {
        return config.account();
    }

    LegConfig config() {
        return config;
    }

    LegState legState() {
        return state;
    }

    SignedQuantity size() {
        return position.size();
    }

    Position position() {
        return position;
    }

    String correlationId() {
        return correlationId;
    }

    boolean isFlat() {
        return state == LegState.FLAT;
    }

    @Nullable
    Side side() {
        return position.side();
    }

    /** How much of a fill on the given side this leg can book: an entry any size, an exit no more than it holds. */
    Quantity canBook(OrderRequest order, Fill fill) {
        if (!order.reduceOnly()) {
            return fill.size();
        }
        return fill.side() == position.side() ? Quantity.ZERO : fill.size().min(size().abs());
    }

    /** Sends an approved entry. */
    void enter(Turn turn, ApprovedOrder order) {
        state = LegState.ENTERING;
        position = Position.NONE;
        correlationId = turn.correlationId();
        entry = order.order().id();
        stop = null;
        target = null;
        exit = null;
        stopPrice = null;
        targetPrice = null;
        restorations = 0;
        exitReason = null;
        exitGoal = Quantity.ZERO;
        desk.orders().place(turn, account(), List.of(order));
        tell(turn, "entry sent");
    }

    /**
     * A new process began: how long the one before waited counts for nothing. Protection whose fate is unknown is looked
     * at again once the account agrees with the venue.
     */
    void startEpoch() {
        if (state == LegState.OPENING) {
            protectBy = Deadline.NEVER;
        }
    }

    /** Begins to leave; does nothing where there is nothing to leave or it is leaving already. */
    void exit(Turn turn, ExitReason reason, Quantity keep) {
        turn.correlate(correlationId.isEmpty() ? turn.correlationId() : correlationId);
        if (state == LegState.ENTERING) {
            exitReason = reason;
            return;
        }
        if (state == LegState.FLAT || (state == LegState.EXITING && keep.compareTo(exitGoal) >= 0)) {
            return;
        }
        boolean wasExiting = state == LegState.EXITING;
        state = LegState.EXITING;
        exitReason = reason;
        exitGoal = keep;
        protectBy = Deadline.NEVER;
        tell(turn, "leaving: " + reason);
        if (!wasExiting) {
            exitAttempt = 0;
            attemptExit(turn);
        }
    }

    /** Books a fill of this leg's own order, or its share of a foreign one. */
    void onFill(Turn turn, Fill fill, Quantity booked, @Nullable ExitReason foreignReason) {
        turn.correlate(correlationId.isEmpty() ? turn.correlationId() : correlationId);
        position = position.with(fill, booked);
        turn.tell(new Output.FillBooked(turn.cause(), account(), id, fill, booked));
        if (position.isFlat()) {
            becomeFlat(turn, reasonOf(fill, foreignReason));
            return;
        }
        boolean enlarged = fill.side() == position.side();
        switch (state) {
            case FLAT, ENTERING -> {
                ExitReason pending = exitReason;
                protect(turn);
                if (pending != null) {
                    exit(turn, pending, Quantity.ZERO);
                }
            }
            case OPENING, OPEN -> {
                if (enlarged || foreignReason != null) {
                    protect(turn);
                } else {
                    tell(turn, "reduced");
                }
            }
            case EXITING -> {
                tell(turn, enlarged ? "enlarged while leaving" : "reduced");
                if (!exitGoal.isZero() && reachedGoal()) {
                    exitReason = null;
                    exitGoal = Quantity.ZERO;
                    protect(turn);
                }
            }
        }
    }

    /** Why the fill that made the leg flat did so: a foreign cause, a triggered order, or what the leg was leaving for. */
    private ExitReason reasonOf(Fill fill, @Nullable ExitReason foreignReason) {
        if (foreignReason != null) {
            return foreignReason;
        }
        OrderRecord order = desk.orders().find(fill.clientOrderId());
        OrderPurpose purpose =
                order == null ? OrderPurpose.EXIT : order.request().purpose();
        return switch (purpose) {
            case STOP -> ExitReason.STOP_LOSS;
            case TARGET -> ExitReason.TAKE_PROFIT;
            case ENTRY, EXIT -> exitReason == null ? ExitReason.FOREIGN : exitReason;
        };
    }

    void addFunding(Usd amount) {
        position = position.withFunding(amount);
    }

    /** Hears that an order of this leg changed. */
    void onOrder(Turn turn, OrderRecord order) {
        ClientOrderId orderId = order.id();
        if (orderId.equals(entry)) {
            onEntryOrder(turn, order);
        } else if (orderId.equals(stop) || orderId.equals(target)) {
            onProtectiveOrder(turn, order);
        } else if (orderId.equals(exit)) {
            onExitOrder(turn, order);
        }
    }

    void onTime(Turn turn) {
        if (state == LegState.OPENING && protectBy.hasPassed(turn)) {
            exit(turn, ExitReason.PROTECTION_MISSING, Quantity.ZERO);
        } else if (state == LegState.EXITING && nextExit.hasPassed(turn)) {
            attemptExit(turn);
        } else if (state == LegState.OPEN && protectBy.hasPassed(turn)) {
            exit(turn, triggered(stop) ? ExitReason.STOP_LOSS : ExitReason.TAKE_PROFIT, Quantity.ZERO);
        } else if (state == LegState.OPEN && turn.nowMs() >= holdUntilMs()) {
            exit(turn, ExitReason.MAX_HOLD, Quantity.ZERO);
        }
    }

    void plan(Agenda agenda) {
        switch (state) {
            case FLAT, ENTERING -> {
                // An entry order has its own patience.
            }
            case OPENING -> agenda.at(protectBy);
            case OPEN -> {
                agenda.at(protectBy);
                agenda.at(holdUntilMs());
            }
            case EXITING -> agenda.at(nextExit);
        }
    }

    /** Places protection again where an open position lost it; what is on its way is waited for. */
    void restoreProtection(Turn turn) {
        boolean open = state == LegState.OPEN || (state == LegState.OPENING && !protectBy.isSet());
        if (!open) {
            return;
        }
        if (isResting(stop) && isResting(target)) {
            becomeProtected(turn);
        } else if (mayExecute(stop) && mayExecute(target)) {
            expectProtection(turn);
        } else {
            protectAgain(turn);
        }
    }

    /** Profit at a price, without costs. */
    Usd unrealizedPnl(Price mark) {
        Price entryPrice = position.entryPrice();
        if (entryPrice == null || position.isFlat()) {
            return Usd.ZERO;
        }
        Usd difference = mark.times(size().abs()).minus(entryPrice.times(size().abs()));
        return size().isLong() ? difference : difference.negate();
    }

    private void onEntryOrder(Turn turn, OrderRecord order) {
        if (!order.isSettled()) {
            return;
        }
        if (!order.filled().isZero()) {
            entry = null;
            listener.onEntered(turn, this);
            return;
        }
        entry = null;
        if (state == LegState.ENTERING) {
            state = LegState.FLAT;
            tell(turn, "entry " + order.state());
            listener.onEntryFailed(turn, this, order.state().toString());
        }
    }

    private void onProtectiveOrder(Turn turn, OrderRecord order) {
        if (state != LegState.OPENING && state != LegState.OPEN) {
            return;
        }
        switch (order.state()) {
            case RESTING -> {
                if (state == LegState.OPENING && isResting(stop) && isResting(target)) {
                    becomeProtected(turn);
                }
            }
            case REJECTED, ABSENT -> exit(turn, ExitReason.PROTECTION_MISSING, Quantity.ZERO);
            case CANCELLED -> {
                boolean triggered = order.orderId() != null && !order.filled().isZero();
                if (triggered) {
                    exit(turn, order.id().equals(stop) ? ExitReason.STOP_LOSS : ExitReason.TAKE_PROFIT, Quantity.ZERO);
                } else {
                    protectAgain(turn);
                }
            }
            case TRIGGERED -> expectProtection(turn);
            case SENT, FILLED, UNKNOWN -> {
                // A filled order speaks through its fills; an unanswered one is asked after.
            }
        }
    }

    private void becomeProtected(Turn turn) {
        boolean news = state != LegState.OPEN || !replaced.isEmpty();
        state = LegState.OPEN;
        protectBy = Deadline.NEVER;
        desk.orders().cancel(turn, List.copyOf(replaced));
        replaced.clear();
        if (news) {
            tell(turn, "protected");
        }
    }

    /** Waits for protection to rest, or for a triggered order to fill; the leg is left where that takes too long. */
    private void expectProtection(Turn turn) {
        if (!protectBy.isSet()) {
            protectBy = Deadline.after(
                    turn, desk.policy().protectionTimeoutMs(), desk.policy().protectionTimeoutMachineMs());
        }
    }

    private void onExitOrder(Turn turn, OrderRecord order) {
        if (order.isSettled() && state == LegState.EXITING) {
            exit = null;
            nextExit = Deadline.after(turn, desk.policy().exitStepMs(), 0);
        }
    }

    /** Protection that rested is gone; a venue that keeps cancelling it is left. */
    private void protectAgain(Turn turn) {
        if (++restorations > MOST_RESTORATIONS) {
            exit(turn, ExitReason.PROTECTION_MISSING, Quantity.ZERO);
        } else {
            protect(turn);
        }
    }

    private void protect(Turn turn) {
        Instrument rules = Objects.requireNonNull(market.instrument(), "a position in an unlisted market");
        Price entryPrice = Objects.requireNonNull(position.entryPrice(), "a position without an entry price");
        Side positionSide = Objects.requireNonNull(position.side(), "a position without a side");
        state = LegState.OPENING;
        retireProtection();
        Protection prices =
                Protection.of(positionSide, entryPrice, exits, desk.policy().triggerBound(), rules);
        OrderRequest stopOrder =
                reducing(turn, OrderPurpose.STOP, prices.stopLimit(), TimeInForce.GTC, prices.stop(), Quantity.ZERO);
        OrderRequest targetOrder = reducing(
                turn, OrderPurpose.TARGET, prices.targetLimit(), TimeInForce.GTC, prices.target(), Quantity.ZERO);
        stop = stopOrder.id();
        target = targetOrder.id();
        stopPrice = prices.stop().price();
        targetPrice = prices.target().price();
        protectBy = Deadline.NEVER;
        expectProtection(turn);
        desk.orders()
                .place(
                        turn,
                        account(),
                        List.of(
                                desk.risk().approveReducing(stopOrder),
                                desk.risk().approveReducing(targetOrder)));
        tell(turn, "protection sent");
    }

    private void retireProtection() {
        if (stop != null) {
            replaced.add(stop);
        }
        if (target != null) {
            replaced.add(target);
        }
    }

    private void attemptExit(Turn turn) {
        Quantity rest = size().abs().minusOrZero(exitGoal);
        ClientOrderId working = exit;
        OrderRecord previous = desk.orders().find(working);
        Side closing = size().isLong() ? Side.SELL : Side.BUY;
        Price reference = market.exitReference(closing);
        Instrument rules = market.instrument();
        nextExit = Deadline.after(turn, desk.policy().exitStepMs(), 0);
        boolean unsettled = previous != null && !previous.isSettled();
        if (rest.isZero() || unsettled || reference == null || rules == null) {
            return;
        }
        List<Rate> caps = desk.policy().exitSlippageCaps();
        Rate cap = caps.get(Math.min(exitAttempt, caps.size() - 1));
        exitAttempt++;
        Price limit = Prices.capped(closing, reference, cap, rules);
        OrderRequest order = reducing(turn, OrderPurpose.EXIT, limit, TimeInForce.IOC, null, exitGoal);
        exit = order.id();
        desk.orders().place(turn, account(), List.of(desk.risk().approveReducing(order)));
    }

    private OrderRequest reducing(
            Turn turn, OrderPurpose purpose, Price limit, TimeInForce tif, @Nullable Trigger trigger, Quantity keep) {
        Side closing = size().isLong() ? Side.SELL : Side.BUY;
        Quantity quantity = size().abs().minusOrZero(keep);
        return new OrderRequest(turn.nextOrderId(), id, purpose, closing, quantity, limit, tif, true, trigger);
    }

    private void becomeFlat(Turn turn, ExitReason reason) {
        retireProtection();
        desk.orders().cancel(turn, List.copyOf(replaced));
        replaced.clear();
        tellClosed(turn, reason);
        state = LegState.FLAT;
        position = Position.NONE;
        stop = null;
        target = null;
        exit = null;
        stopPrice = null;
        targetPrice = null;
        exitReason = null;
        exitGoal = Quantity.ZERO;
        nextExit = Deadline.NEVER;
        protectBy = Deadline.NEVER;
        tell(turn, "flat: " + reason);
        listener.onFlat(turn, this, reason);
    }

    private boolean reachedGoal() {
        return size().abs().compareTo(exitGoal) <= 0;
    }

    private boolean triggered(@Nullable ClientOrderId order) {
        OrderRecord found = desk.orders().find(order);
        return found != null && found.state() == OrderState.TRIGGERED;
    }

    private boolean mayExecute(@Nullable ClientOrderId order) {
        OrderRecord found = desk.orders().find(order);
        return found != null && found.state().mayExecute();
    }

    private boolean isResting(@Nullable ClientOrderId order) {
        OrderRecord found = desk.orders().find(order);
        return found != null && found.state() == OrderState.RESTING;
    }

    private long holdUntilMs() {
        return position.openedAtMs() + exits.maxHoldMs();
    }

    private void tell(Turn turn, String detail) {
        turn.tell(new Output.LegChanged(
                turn.cause(), account(), id, state, size(), position.entryPrice(), stopPrice, targetPrice, detail));
    }

    private void tellClosed(Turn turn, ExitReason reason) {
        Position closed = position;
        Usd gross = closed.grossPnl();
        turn.tell(new Output.TradeClosed(
                turn.cause(),
                account(),
                id,
                Objects.requireNonNull(closed.side(), "a closed position has a side"),
                closed.entered(),
                Objects.requireNonNull(closed.entryPrice(), "a closed position has an entry price"),
                Objects.requireNonNull(closed.exitPrice(), "a closed position has an exit price"),
                closed.openedAtMs(),
                turn.nowMs(),
                gross,
                closed.fees(),
                closed.funding(),
                gross.minus(closed.fees()).plus(closed.funding()),
                reason));
    }

    /** Rounding that keeps a partial exit in whole lots; the rest goes too where either piece would be too small. */
    Quantity keepAfter(Rate fraction) {
        Quantity whole = size().abs();
        Instrument rules = market.instrument();
        Price mark = market.mark();
        if (rules == null || mark == null || fraction.e12() >= Rate.ONE) {
            return Quantity.ZERO;
        }
        Quantity part = rules.roundSize(whole.times(fraction, RoundingMode.DOWN));
        Quantity kept = whole.minus(part);
        Usd minimum = rules.minNotional();
        boolean tooSmall = part.isZero()
                || mark.times(part).compareTo(minimum) < 0
                || mark.times(kept).compareTo(minimum) < 0;
        return tooSmall ? Quantity.ZERO : kept;
    }
}
