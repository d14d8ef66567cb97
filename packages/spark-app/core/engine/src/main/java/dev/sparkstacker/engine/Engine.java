package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
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
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.Strategy;
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
    private static final long TOO_OLD_BARS = 4_500;

    private final RiskManager risk = new RiskManager();
    private World world = new World(Defaults.NOTHING);
    private Entries entries = new Entries(world, risk);
    private FillDesk fills = new FillDesk(world);
    private Reconciler reconciler = new Reconciler(world, fills);
    private OperatorDesk operators = new OperatorDesk(world);
    private int run;
    private int epoch;
    private long sequence;
    private Agenda.Next nextLook = Agenda.Next.NEVER;

    /** Takes one event. The turn holds what it caused until the next event begins. */
    public void onEvent(Stamped stamped, Turn turn) {
        turn.begin(stamped, run, epoch);
        sequence = stamped.sequence();
        Event event = stamped.event();
        if (event instanceof MarketEvent.BestBidOffer quote) {
            world.market(quote.market()).quoted(quote);
        } else {
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
        settleIn(new World(state.config()));
        state.markets().forEach(market -> world.put(new Market(market)));
        state.accounts().forEach(account -> world.put(new AccountBook(account)));
        world.orders().load(state.orders());
        world.gate().load(state.gate());
        for (Pair.State pair : state.pairs()) {
            Pair loaded = makePair(pair.config(), pair.market());
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
        entries = new Entries(world, risk);
        fills = new FillDesk(world);
        reconciler = new Reconciler(world, fills);
        operators = new OperatorDesk(world);
    }

    private void dispatch(Turn turn, Event event) {
        switch (event) {
            case MarketEvent market -> onMarket(turn, market);
            case AccountEvent account -> onAccount(turn, account);
            case AnswerEvent answer -> onAnswer(turn, answer);
            case OperatorEvent operator -> operators.on(turn, operator);
            case SystemEvent system -> onSystem(turn, system);
        }
    }

    private void onMarket(Turn turn, MarketEvent event) {
        Market market = world.market(event.market());
        switch (event) {
            case MarketEvent.InstrumentListed listed -> market.listed(listed.instrument());
            case MarketEvent.BestBidOffer quote -> market.quoted(quote);
            case MarketEvent.BookChanged book -> {
                // Depth feeds the checks of book depth and expected slippage; prices come from the best bid and offer.
            }
            case MarketEvent.TradePrinted trade -> {
                // Prints feed the recorder and the queue estimates of simulated venues; bars come as candles.
            }
            case MarketEvent.ContextChanged context -> market.marked(context);
            case MarketEvent.CandleChanged candle -> {
                BarFeed feed = market.feed(candle.interval());
                if (feed != null) {
                    closeBars(turn, market, feed, feed.onCandle(turn, candle.bar()));
                }
            }
            case MarketEvent.CandlesRead read -> {
                BarFeed feed = market.feed(read.interval());
                if (feed != null) {
                    closeBars(turn, market, feed, feed.onHistory(turn, read));
                }
            }
            case MarketEvent.CandlesUnread unread -> {
                BarFeed feed = market.feed(unread.interval());
                if (feed != null) {
                    feed.onUnread(turn);
                }
            }
            case MarketEvent.FeedDegraded degraded -> {
                market.degraded(degraded.fault());
                incident(
                        turn,
                        Severity.WARNING,
                        "feed_degraded",
                        market.id(),
                        degraded.fault() + " " + degraded.detail());
            }
            case MarketEvent.FeedRestored restored -> market.restored();
        }
    }

    private void closeBars(Turn turn, Market market, BarFeed feed, List<Bar> bars) {
        long length = feed.interval().millis();
        for (Bar bar : bars) {
            boolean historical = turn.nowMs() - (bar.openTimeMs() + length) >= length;
            if (!historical) {
                tellMark(turn, market);
            }
            for (Pair pair : world.pairs()) {
                if (pair.market().equals(market.id()) && pair.config().interval() == feed.interval()) {
                    turn.correlate(
                            "e" + epoch + "-" + sequence + "-" + pair.config().id());
                    pair.onBar(turn, bar, historical);
                }
            }
        }
    }

    private static void tellMark(Turn turn, Market market) {
        Price mark = market.mark();
        MarketEvent.BestBidOffer quote = market.quote();
        if (mark != null) {
            turn.tell(new Output.MarketMarked(
                    turn.cause(),
                    market.id(),
                    mark,
                    quote == null ? null : quote.bid(),
                    quote == null ? null : quote.ask()));
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
            case SystemEvent.Configured configured -> configure(turn, configured.config());
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
        world.gate().setStopping(turn, false);
        world.gate().setReconciled(turn, false);
    }

    private void configure(Turn turn, TradingConfig config) {
        List<Pair> before = List.copyOf(world.pairs());
        world.configure(config);
        for (AccountConfig account : config.accounts()) {
            if (world.findAccount(account.id()) == null) {
                world.put(new AccountBook(account.id(), account.marginMode(), turn.nowMs()));
            }
        }
        world.pairs().clear();
        for (StrategyConfig strategy : config.strategies()) {
            for (MarketId market : strategy.markets()) {
                world.pairs().add(carryOver(before, strategy, market));
            }
        }
        keepOpenOrphans(before);
        for (Pair pair : world.pairs()) {
            want(turn, pair);
        }
    }

    private Pair carryOver(List<Pair> before, StrategyConfig config, MarketId market) {
        Pair pair = makePair(config, market);
        for (Pair old : before) {
            if (!old.config().id().equals(config.id()) || !old.market().equals(market)) {
                continue;
            }
            if (!old.isFlat() && !Pair.sameLegs(old.config(), config)) {
                return retired(old);
            }
            pair.load(old.state(), Pair.sameStrategy(old.config(), config));
            pair.configure(config);
        }
        return pair;
    }

    /** What is open goes on under the configuration it was opened with, and nothing is entered any more. */
    private Pair retired(Pair old) {
        Pair kept = makePair(old.config(), old.market());
        kept.load(old.state(), true);
        kept.retire();
        return kept;
    }

    /** A strategy that left the configuration while it holds a position is kept until that is closed. */
    private void keepOpenOrphans(List<Pair> before) {
        for (Pair old : before) {
            boolean kept = world.pairs().stream()
                    .anyMatch(pair -> pair.config().id().equals(old.config().id())
                            && pair.market().equals(old.market()));
            if (!kept && !old.isFlat()) {
                world.pairs().add(retired(old));
            }
        }
    }

    private Pair makePair(StrategyConfig config, MarketId market) {
        Strategy strategy = Strategies.byName(config.type())
                .orElseThrow(() -> new IllegalArgumentException("No such strategy type: " + config.type()))
                .create(config.parameters());
        Desk desk = new Desk(world.orders(), risk, world.config().orders());
        return new Pair(config, world.market(market), strategy, desk, entries);
    }

    private void want(Turn turn, Pair pair) {
        StrategyConfig config = pair.config();
        BarFeed feed = world.market(pair.market()).feed(config.interval(), 3 * pair.warmUpBars() + 100);
        if (pair.isFresh()) {
            feed.forget();
        }
        world.account(config.main().account())
                .wantLeverage(turn, pair.market(), config.main().leverage());
        HedgeConfig hedge = config.hedge();
        if (hedge != null) {
            world.account(hedge.leg().account())
                    .wantLeverage(turn, pair.market(), hedge.leg().leverage());
        }
    }

    private void onConnected(Turn turn, String connection) {
        turn.tell(new Output.ConnectionChanged(turn.cause(), connection, true, ""));
        if (connection.equals(MARKET_CONNECTION)) {
            for (Market market : world.markets()) {
                for (BarFeed feed : market.feeds()) {
                    forgetAncient(turn, market, feed);
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

    /** After a gap longer than the venue's memory, what the strategies learned no longer joins what follows. */
    private void forgetAncient(Turn turn, Market market, BarFeed feed) {
        long last = feed.lastClosedMs();
        if (last < 0 || turn.nowMs() - last < TOO_OLD_BARS * feed.interval().millis()) {
            return;
        }
        feed.forget();
        List<Pair> pairs = world.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            if (pair.market().equals(market.id()) && pair.config().interval() == feed.interval()) {
                Pair fresh = makePair(pair.config(), pair.market());
                fresh.load(pair.state(), false);
                pairs.set(i, fresh);
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
