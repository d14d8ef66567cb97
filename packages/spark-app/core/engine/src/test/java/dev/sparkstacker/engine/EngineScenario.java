package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.BTC;
import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.strategies.Strategies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Drives the engine through its agent, one event a batch, with a venue, a journal and clocks made for tests.
 *
 * <pre>
 *  scenario ─► event ─► EngineAgent ─► FakeVenue ─► answers ─► inbox ─► EngineAgent ...
 *     └─ moves the clocks in steps and ticks whenever the engine says that something is due
 * </pre>
 */
final class EngineScenario {
    static final long START_MS = 1_700_000_040_000L;
    private static final long STEP_MS = 250;
    private static final long MINUTE_MS = 60_000;
    private static final int MOST_TICKS_AT_ONCE = 20;
    private static final int MOST_EVENTS_AT_ONCE = 1_000;
    private static final int RUN = 7;

    final FakeClocks clocks;
    final FakeVenue venue;
    final MemoryJournal journal = new MemoryJournal();
    final List<Output> outputs = new ArrayList<>();
    final List<OrderRequest> sent = new ArrayList<>();
    Engine engine = newEngine();

    private final Set<AccountId> connected = new TreeSet<>();
    private final Deque<Event> inbox = new ArrayDeque<>();
    private final TradingConfig config;
    private EngineAgent agent;
    private int epoch;
    private int journalFailures;

    private EngineScenario(TradingConfig config, int speed) {
        this.config = config;
        clocks = new FakeClocks(START_MS, speed);
        venue = new FakeVenue(clocks, inbox::add);
        for (int i = 200; i >= 1; i--) {
            venue.bars.add(flatBar(START_MS - i * MINUTE_MS, "2000"));
        }
        agent = newAgent(0);
    }

    /** A scenario that has started, read its history, reconciled and may trade. */
    static EngineScenario started(TradingConfig config) {
        EngineScenario scenario = new EngineScenario(config, 1);
        scenario.start();
        return scenario;
    }

    /** The same at a venue clock that runs faster than the machine's. */
    static EngineScenario startedAtSpeed(TradingConfig config, int speed) {
        EngineScenario scenario = new EngineScenario(config, speed);
        scenario.start();
        return scenario;
    }

    /** A scenario that has begun nothing yet. */
    static EngineScenario unstarted(TradingConfig config) {
        return new EngineScenario(config, 1);
    }

    /** An engine that knows the product's strategies and the scripted one. */
    static Engine newEngine() {
        return new Engine(name -> name.equals(ScriptedStrategy.TYPE.name())
                ? Optional.of(ScriptedStrategy.TYPE)
                : Strategies.byName(name));
    }

    private EngineAgent newAgent(long lastSequence) {
        EngineObserver observer = new EngineObserver() {
            @Override
            public void processed(Stamped event, long processingNanos) {
                // Durations are of no interest here.
            }

            @Override
            public void forced(long nanos) {
                // Durations are of no interest here.
            }

            @Override
            public void journalFailed(String message) {
                journalFailures++;
            }
        };
        return new EngineAgent(
                engine,
                lastSequence,
                clocks.venueTimeMs(),
                clocks,
                journal,
                this::submit,
                outputs::add,
                observer,
                () -> 0);
    }

    private void submit(Command command) {
        if (command instanceof Command.PlaceOrders place) {
            for (var approved : place.orders()) {
                sent.add(approved.order());
                if (!approved.order().reduceOnly()) {
                    assertThat(engine.tradingState())
                            .as("an entry leaves only while ACTIVE: %s", approved)
                            .isEqualTo(TradingState.ACTIVE);
                }
            }
        }
        venue.submit(command);
    }

    void start() {
        begin();
        connect();
    }

    /** The process starts; nothing is connected. */
    private void begin() {
        beginUnlisted();
        send(new MarketEvent.InstrumentListed(Configs.RULES));
        send(new MarketEvent.InstrumentListed(Configs.BTC_RULES));
    }

    /** The process starts and the venue lists no market. */
    void beginUnlisted() {
        send(new SystemEvent.EpochStarted(RUN, ++epoch, "test", "0", false));
        send(new SystemEvent.Configured(config));
    }

    void connect() {
        connectMarket();
        connect(MAIN);
        connect(HEDGE);
    }

    void connectMarket() {
        send(new SystemEvent.Connected("market"));
        send(new MarketEvent.FeedRestored(ETH));
        send(new MarketEvent.FeedRestored(BTC));
        venue.quote();
        venue.mark("2000", null);
        venue.mark(BTC, "50000", null);
        run();
    }

    /** Whether the account's connection is up, so that its news arrive. */
    boolean isConnected(AccountId account) {
        return connected.contains(account);
    }

    void connect(AccountId account) {
        venue.deaf.remove(account);
        connected.add(account);
        send(new SystemEvent.Connected("account:" + account));
    }

    void disconnect(AccountId account) {
        venue.deaf.add(account);
        connected.remove(account);
        send(new SystemEvent.Disconnected("account:" + account, "reset by peer"));
    }

    /** Hands in an event and everything that follows from it at this instant. */
    void send(Event event) {
        inbox.add(event);
        run();
    }

    /** Handles what waits and what is due. */
    void run() {
        int events = 0;
        for (int ticks = 0; ticks <= MOST_TICKS_AT_ONCE; ticks++) {
            while (!inbox.isEmpty() && ++events <= MOST_EVENTS_AT_ONCE) {
                agent.doWork(List.of(inbox.remove()));
            }
            assertThat(inbox).as("what never ends at %s", clocks.venueTimeMs()).isEmpty();
            if (!agent.tickIfDue()) {
                Coverage.everyOpenPositionHasItsStop(this);
                return;
            }
        }
        throw new AssertionError("The engine ticks without end at " + clocks.venueTimeMs());
    }

    /** Lets venue time pass in small steps, with fresh quotes. */
    void pass(long millis) {
        long left = millis;
        while (left > 0) {
            long step = Math.min(STEP_MS, left);
            clocks.forward(step);
            left -= step;
            venue.quote();
            run();
        }
    }

    /** Lets a long time pass at once. */
    void leap(long millis) {
        clocks.forward(millis);
        venue.quote();
        run();
    }

    /** Trades the current minute at a price and lets its bar close the way it does when nothing follows it. */
    void bar(String close) {
        long open = Interval.M1.openTimeMs(clocks.venueTimeMs());
        Bar bar = new Bar(
                open,
                Price.of("2000"),
                max(Price.of("2000"), Price.of(close)),
                min(Price.of("2000"), Price.of(close)),
                Price.of(close),
                Quantity.of("1"),
                5);
        venue.bars.add(bar);
        send(new MarketEvent.CandleChanged(ETH, Interval.M1, bar));
        leap(open + MINUTE_MS - clocks.venueTimeMs());
        pass(2_250);
    }

    /** A bar that tells the scripted strategy something. */
    void say(ScriptedStrategy.Word word) {
        say(word, "2000");
    }

    /** The same with a price that goes with the word; the bar closes at 2000. */
    void say(ScriptedStrategy.Word word, String price) {
        long open = Interval.M1.openTimeMs(clocks.venueTimeMs());
        Price close = Price.of("2000");
        Price low = Price.of(price);
        Bar bar =
                new Bar(open, max(close, low), max(close, low), low, max(close, low), Quantity.of("1"), word.trades());
        venue.bars.add(bar);
        send(new MarketEvent.CandleChanged(ETH, Interval.M1, bar));
        leap(open + MINUTE_MS - clocks.venueTimeMs());
        pass(2_250);
    }

    /** The same with the quote left as it is. */
    void barWithoutQuotes(String close) {
        long open = Interval.M1.openTimeMs(clocks.venueTimeMs());
        Bar bar = flatBar(open, close);
        venue.bars.add(bar);
        send(new MarketEvent.CandleChanged(ETH, Interval.M1, bar));
        clocks.forward(open + MINUTE_MS + 2_000 - clocks.venueTimeMs());
        run();
    }

    /** A bar whose crossover says buy, after flat ones. */
    void buySignal() {
        bar("2010");
    }

    /** A bar whose crossover says sell, after flat ones or a buy. */
    void sellSignal() {
        bar("1980");
    }

    static Bar flatBar(long openTimeMs, String price) {
        Price flat = Price.of(price);
        return new Bar(openTimeMs, flat, flat, flat, flat, Quantity.of("1"), 5);
    }

    private static Price max(Price a, Price b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Price min(Price a, Price b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /**
     * The process is killed and starts again from the committed journal; the venue has lived on for a while. What was
     * told of events beyond the cut is forgotten, as a store does.
     */
    void killAndRestart(long downMs) {
        journal.tear();
        inbox.clear();
        connected.clear();
        long last = journal.entries().getLast().event().sequence();
        outputs.removeIf(output -> output.cause().sequence() > last);
        engine = Replay.fromZero(journal.entries());
        clocks.forward(downMs);
        agent = newAgent(last);
        start();
    }

    LegState state(LegId leg) {
        return leg(leg).state();
    }

    LegRecord leg(LegId id) {
        for (Pair.State pair : engine.state().pairs()) {
            if (pair.main().id().equals(id)) {
                return pair.main();
            }
            LegRecord hedge = pair.hedge();
            if (hedge != null && hedge.id().equals(id)) {
                return hedge;
            }
        }
        throw new AssertionError("No such leg: " + id);
    }

    List<OrderRequest> sent(OrderPurpose purpose) {
        return sent.stream().filter(order -> order.purpose() == purpose).toList();
    }

    <T extends Output> List<T> outputs(Class<T> type) {
        return outputs.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends Output> T last(Class<T> type) {
        List<T> all = outputs(type);
        assertThat(all).as("outputs of type %s", type.getSimpleName()).isNotEmpty();
        return all.getLast();
    }

    <T extends Output> long count(Class<T> type, Predicate<T> which) {
        return outputs(type).stream().filter(which).count();
    }

    long incidents(String code) {
        return count(Output.IncidentRaised.class, incident -> incident.code().equals(code));
    }

    long incidents(IncidentCode code) {
        return incidents(code.code());
    }

    /** The last judgement of a bar. */
    Output.BarJudged judged() {
        return last(Output.BarJudged.class);
    }

    int journalFailures() {
        return journalFailures;
    }
}
