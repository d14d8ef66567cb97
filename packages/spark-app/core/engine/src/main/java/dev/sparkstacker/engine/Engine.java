package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.RiskManager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pure core: folds numbered events into state and says what to do about them.
 *
 * <p>No I/O, no clock, no randomness, no logging: the same events give the same commands and outputs, on any machine.
 */
public final class Engine {
    private static final String ACCOUNT_CONNECTION = "account:";
    private static final String MARKET_CONNECTION = "market";

    private final RiskManager risk = new RiskManager();
    private World world = new World(Defaults.NOTHING);
    private Roster roster = new Roster(world, risk, new Entries(world, risk));
    private MarketDesk marketDesk = new MarketDesk(world);
    private FillDesk fills = new FillDesk(world);
    private Reconciler reconciler = new Reconciler(world, fills);
    private OperatorDesk operators = new OperatorDesk(world);
    private int run;
    private int epoch;
    private long sequence;
    private long venueTimeMs;
    private Agenda.Next nextLook = Agenda.Next.NEVER;

    /** Takes one event. The turn holds what it caused until the next event begins. */
    public void onEvent(Stamped stamped, Turn turn) {
        turn.begin(stamped, run, epoch);
        sequence = stamped.sequence();
        venueTimeMs = stamped.venueTimeMs();
        Event event = stamped.event();
        if (event instanceof MarketEvent.BestBidOffer quote) {
            world.market(quote.market()).quoted(quote);
        } else if (!isPassing(event)) {
            dispatch(turn, event);
            nextLook = Agenda.Next.AT_ONCE;
        }
        if (isDue(stamped.venueTimeMs(), stamped.machineTimeMs())) {
            onTime(turn);
        }
    }

    /** Whether something is due without any further event. */
    public boolean isDue(long venueTimeMs, long machineTimeMs) {
        return nextLook.isDue(venueTimeMs, machineTimeMs);
    }

    /** Prints and depth move no deadline and no position: most events, so they cost nothing but their place in the order. */
    private static boolean isPassing(Event event) {
        return event instanceof MarketEvent.TradePrinted || event instanceof MarketEvent.BookChanged;
    }

    /** The whole state. */
    public EngineState state() {
        List<Market.State> markets = new ArrayList<>();
        world.markets().forEach(market -> markets.add(market.state()));
        List<AccountBook.State> accounts = new ArrayList<>();
        world.accounts().forEach(account -> accounts.add(account.state()));
        List<Pair.State> pairs = new ArrayList<>();
        world.pairs().forEach(pair -> pairs.add(pair.state()));
        return new EngineState(
                run,
                epoch,
                sequence,
                venueTimeMs,
                nextLook,
                world.config(),
                world.gate().state(),
                markets,
                accounts,
                pairs,
                world.orders().state());
    }

    /** Takes over a state; what follows is as if its events had been folded in here. */
    public void load(EngineState state) {
        run = state.run();
        epoch = state.epoch();
        sequence = state.sequence();
        venueTimeMs = state.venueTimeMs();
        settleIn(new World(state.config()));
        state.markets().forEach(market -> world.put(new Market(market)));
        state.accounts().forEach(account -> world.put(new AccountBook(account)));
        world.orders().load(state.orders());
        world.gate().load(state.gate());
        for (Pair.State pair : state.pairs()) {
            Pair loaded = roster.makePair(pair.config(), pair.market());
            loaded.load(pair, true);
            world.pairs().add(loaded);
        }
        nextLook = state.nextLook();
    }

    /** Whether every leg is flat and no entry works. */
    public boolean isFlat() {
        return world.isFlat();
    }

    /** What the engine may do now. */
    public TradingState tradingState() {
        return world.gate().current();
    }

    private void settleIn(World newWorld) {
        world = newWorld;
        roster = new Roster(world, risk, new Entries(world, risk));
        marketDesk = new MarketDesk(world);
        fills = new FillDesk(world);
        reconciler = new Reconciler(world, fills);
        operators = new OperatorDesk(world);
    }

    private void dispatch(Turn turn, Event event) {
        switch (event) {
            case MarketEvent market -> marketDesk.on(turn, market);
            case AccountEvent account -> onAccount(turn, account);
            case AnswerEvent answer -> onAnswer(turn, answer);
            case OperatorEvent operator -> operators.on(turn, operator);
            case SystemEvent system -> onSystem(turn, system);
        }
    }

    private void onAccount(Turn turn, AccountEvent event) {
        if (world.findAccount(event.account()) == null) {
            incident(
                    turn,
                    Severity.ERROR,
                    "unknown_account",
                    null,
                    "an event of an account that is not configured: " + event.account());
            return;
        }
        switch (event) {
            case AccountEvent.FillReceived received -> fills.book(turn, received.account(), received.fill());
            case AccountEvent.OrderUpdated updated -> onOrderUpdated(turn, updated);
            case AccountEvent.FundingPaid paid -> fills.book(turn, paid);
            case AccountEvent.AccountRead read -> {
                reconciler.onRead(turn, read, run);
                world.gate().setReconciled(turn, reconciler.allAgree());
            }
            case AccountEvent.AccountUnread unread ->
                world.account(unread.account()).onUnread(turn);
            case AccountEvent.LiquidationReported liquidation -> {
                incident(
                        turn,
                        Severity.CRITICAL,
                        "liquidation",
                        null,
                        liquidation.account() + " lost " + liquidation.liquidatedNotional() + " USD of notional");
                world.account(liquidation.account()).readSoon(turn);
            }
        }
        operators.settle(turn);
    }

    private void onOrderUpdated(Turn turn, AccountEvent.OrderUpdated updated) {
        OrderRecord order = world.orders().find(updated.clientOrderId());
        if (order == null) {
            order = world.orders().findByOrderId(updated.account(), updated.orderId());
        }
        if (order != null) {
            changed(turn, world.orders().onUpdate(turn, order, updated));
        }
    }

    private void onAnswer(Turn turn, AnswerEvent event) {
        AccountBook account = world.findAccount(event.account());
        if (account == null) {
            return;
        }
        switch (event) {
            case AnswerEvent.LeverageConfirmed confirmed -> {
                account.onLeverage(turn, confirmed);
                turn.tell(new Output.LeverageKnown(
                        turn.cause(),
                        confirmed.account(),
                        confirmed.market(),
                        confirmed.leverage().times(),
                        confirmed.marginMode().toString()));
            }
            case AnswerEvent.LeverageUnconfirmed unconfirmed -> {
                account.onLeverageUnconfirmed(turn, unconfirmed.market());
                incident(
                        turn,
                        Severity.WARNING,
                        "leverage_unconfirmed",
                        unconfirmed.market(),
                        unconfirmed.account() + ": " + unconfirmed.detail());
            }
            case AnswerEvent.OrderStatusRead read -> {
                for (Fill fill : read.fills()) {
                    fills.book(turn, read.account(), fill);
                }
                changed(turn, world.orders().onAnswer(turn, read));
            }
            case AnswerEvent.OrderUnanswered unanswered -> {
                changed(turn, world.orders().onAnswer(turn, unanswered));
                account.readSoon(turn);
            }
            case AnswerEvent.OrderResting a -> changed(turn, world.orders().onAnswer(turn, a));
            case AnswerEvent.OrderExecuted a -> changed(turn, world.orders().onAnswer(turn, a));
            case AnswerEvent.OrderRejected a -> changed(turn, world.orders().onAnswer(turn, a));
            case AnswerEvent.CancelAccepted a -> changed(turn, world.orders().onAnswer(turn, a));
            case AnswerEvent.CancelRejected a -> changed(turn, world.orders().onAnswer(turn, a));
            case AnswerEvent.CancelUnanswered a -> changed(turn, world.orders().onAnswer(turn, a));
            case AnswerEvent.OrderStatusUnread a -> changed(turn, world.orders().onAnswer(turn, a));
        }
        operators.settle(turn);
    }

    private void changed(Turn turn, @Nullable OrderRecord order) {
        Leg leg = order == null ? null : world.leg(order.request().leg());
        if (order != null && leg != null) {
            turn.correlate(order.correlationId());
            leg.onOrder(turn, order);
        }
    }

    private void onSystem(Turn turn, SystemEvent event) {
        switch (event) {
            case SystemEvent.EpochStarted started -> onEpoch(turn, started);
            case SystemEvent.Configured configured -> roster.configure(turn, configured.config());
            case SystemEvent.ClockTicked ticked -> {
                // What is due is done after every event.
            }
            case SystemEvent.Connected connected -> onConnected(turn, connected.connection());
            case SystemEvent.Disconnected disconnected -> onDisconnected(turn, disconnected);
            case SystemEvent.FrameMalformed malformed ->
                incident(
                        turn,
                        Severity.WARNING,
                        "frame_malformed",
                        null,
                        malformed.source() + ": " + malformed.reason() + " " + malformed.detail());
            case SystemEvent.FaultReported fault -> {
                incident(turn, Severity.CRITICAL, "component_failed", null, fault.component() + ": " + fault.detail());
                if (fault.haltEntries()) {
                    world.gate()
                            .hold(
                                    turn,
                                    TradingState.HALTED,
                                    fault.component() + " failed: " + fault.detail(),
                                    "engine");
                }
            }
        }
    }

    private void onEpoch(Turn turn, SystemEvent.EpochStarted started) {
        run = started.run();
        epoch = started.epoch();
        turn.startEpoch(run, epoch);
        turn.tell(new Output.EpochBegan(turn.cause(), run, epoch, started.build(), started.configHash()));
        world.accounts().forEach(AccountBook::startEpoch);
        world.markets().forEach(market -> market.degraded(FeedFault.DISCONNECTED));
        world.pairs().forEach(Pair::startEpoch);
        world.gate().startEpoch(turn);
    }

    private void onConnected(Turn turn, String connection) {
        turn.tell(new Output.ConnectionChanged(turn.cause(), connection, true, ""));
        if (connection.equals(MARKET_CONNECTION)) {
            for (Market market : world.markets()) {
                for (BarFeed feed : market.feeds()) {
                    roster.forgetAncient(turn, market, feed);
                    feed.onConnected(turn);
                }
            }
        } else if (connection.startsWith(ACCOUNT_CONNECTION)) {
            AccountBook account = accountOf(connection);
            if (account != null) {
                account.onConnected(turn);
                world.orders().doubtUnanswered(turn, account.id());
            }
        }
    }

    private void onDisconnected(Turn turn, SystemEvent.Disconnected event) {
        turn.tell(new Output.ConnectionChanged(turn.cause(), event.connection(), false, event.detail()));
        AccountBook account = accountOf(event.connection());
        if (account != null) {
            account.onDisconnected();
            world.gate().setReconciled(turn, false);
        }
    }

    private @Nullable AccountBook accountOf(String connection) {
        for (AccountBook account : world.accounts()) {
            if (connection.equals(ACCOUNT_CONNECTION + account.id())) {
                return account;
            }
        }
        return null;
    }

    private void onTime(Turn turn) {
        world.orders().onTime(turn);
        world.pairs().forEach(pair -> pair.onTime(turn));
        world.accounts().forEach(account -> account.onTime(turn));
        for (Market market : world.markets()) {
            market.feeds().forEach(feed -> feed.onTime(turn));
        }
        operators.settle(turn);
        nextLook = plan(turn);
    }

    private Agenda.Next plan(Turn turn) {
        Agenda agenda = new Agenda(turn);
        world.orders().plan(agenda);
        world.pairs().forEach(pair -> pair.plan(agenda));
        world.accounts().forEach(account -> account.plan(agenda));
        for (Market market : world.markets()) {
            market.feeds().forEach(feed -> feed.plan(agenda));
        }
        return agenda.next();
    }

    private static void incident(Turn turn, Severity severity, String code, @Nullable MarketId market, String message) {
        turn.tell(new Output.IncidentRaised(turn.cause(), severity, code, null, market, message));
    }
}
