package dev.sparkstacker.engine;

import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SignalEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.RiskManager;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pure core: folds numbered events into state and says what to do about them.
 *
 * <p>No I/O, no clock, no randomness, no logging: the same events give the same commands and outputs, on any machine.
 */
public final class Engine {
    private final RiskManager risk = new RiskManager();
    private final Function<String, Optional<StrategyType>> types;
    private World world;
    private Roster roster;
    private MarketDesk marketDesk;
    private AccountDesk accountDesk;
    private SystemDesk systemDesk;
    private OperatorDesk operators;
    private SignalDesk signals;
    private int run;
    private int epoch;
    private long sequence;
    private long venueTimeMs;
    private Agenda.Next nextLook = Agenda.Next.NEVER;

    /** An engine that runs the strategies the product ships. */
    public Engine() {
        this(Strategies::byName);
    }

    /** An engine that finds its strategies' types by name. */
    public Engine(Function<String, Optional<StrategyType>> types) {
        this.types = types;
        world = new World(Defaults.NOTHING);
        roster = new Roster(world, risk, new Entries(world, risk), types);
        marketDesk = new MarketDesk(world);
        accountDesk = new AccountDesk(world, risk);
        systemDesk = new SystemDesk(world, roster);
        operators = new OperatorDesk(world);
        signals = new SignalDesk(world);
    }

    /** Takes one event. The turn holds what it caused until the next event begins. */
    public void onEvent(Stamped stamped, Turn turn) {
        turn.begin(stamped, run, epoch);
        sequence = stamped.sequence();
        venueTimeMs = stamped.venueTimeMs();
        Event event = stamped.event();
        if (!(event instanceof MarketEvent news && marketDesk.takesInPassing(turn, news))) {
            dispatch(turn, event);
            nextLook = Agenda.Next.AT_ONCE;
        } else if (world.risk().mustAct()) {
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
                venueTimeMs,
                nextLook,
                world.config(),
                world.gate().state(),
                markets,
                accounts,
                pairs,
                world.strays().state(),
                world.adoptions().state(),
                world.clearances().state(),
                world.risk().state(),
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
        Desk desk = Desk.of(world, risk);
        state.strays().forEach(stray -> world.strays().load(new Stray(stray, world.market(stray.market()), desk)));
        world.adoptions().load(state.adoptions());
        world.clearances().load(state.clearances());
        world.risk().load(state.risk(), venueTimeMs);
        nextLook = state.nextLook();
    }

    /** Whether every leg is flat and no entry works, as far as the engine knows. */
    public boolean isFlat() {
        return world.isFlat();
    }

    /** What the engine may do now. */
    public TradingState tradingState() {
        return world.gate().current();
    }

    private void settleIn(World newWorld) {
        world = newWorld;
        roster = new Roster(world, risk, new Entries(world, risk), types);
        marketDesk = new MarketDesk(world);
        accountDesk = new AccountDesk(world, risk);
        systemDesk = new SystemDesk(world, roster);
        operators = new OperatorDesk(world);
        signals = new SignalDesk(world);
    }

    private void dispatch(Turn turn, Event event) {
        switch (event) {
            case MarketEvent market -> marketDesk.on(turn, market);
            case AccountEvent account -> {
                accountDesk.on(turn, account, run);
                world.risk().stir();
                operators.settle(turn);
            }
            case AnswerEvent answer -> {
                accountDesk.on(turn, answer);
                operators.settle(turn);
            }
            case OperatorEvent operator -> operators.on(turn, operator);
            case SignalEvent signal -> signals.on(turn, signal);
            case SystemEvent system -> {
                if (system instanceof SystemEvent.EpochStarted started) {
                    run = started.run();
                    epoch = started.epoch();
                }
                systemDesk.on(turn, system);
            }
        }
    }

    private void onTime(Turn turn) {
        world.orders().onTime(turn);
        for (Pair pair : world.pairs()) {
            pair.onTime(turn);
        }
        world.strays().onTime(turn);
        for (AccountBook account : world.accounts()) {
            account.onTime(turn);
        }
        for (Market market : world.markets()) {
            market.feeds().forEach(feed -> feed.onTime(turn));
        }
        world.risk().onTime(turn);
        world.clearances().onTime(turn);
        operators.settle(turn);
        nextLook = plan(turn);
    }

    private Agenda.Next plan(Turn turn) {
        Agenda agenda = new Agenda(turn);
        world.orders().plan(agenda);
        for (Pair pair : world.pairs()) {
            pair.plan(agenda);
        }
        world.strays().plan(agenda);
        for (AccountBook account : world.accounts()) {
            account.plan(agenda);
        }
        for (Market market : world.markets()) {
            market.feeds().forEach(feed -> feed.plan(agenda));
        }
        world.risk().plan(agenda);
        world.clearances().plan(agenda);
        return agenda.next();
    }
}
