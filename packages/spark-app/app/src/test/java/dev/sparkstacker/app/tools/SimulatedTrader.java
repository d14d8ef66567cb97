package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.runtime.Recoveries;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.codec.RecordCodec;
import dev.sparkstacker.domain.codec.StateHash;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.domain.port.Journal;
import dev.sparkstacker.domain.port.JournalException;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineAgent;
import dev.sparkstacker.engine.EngineObserver;
import dev.sparkstacker.engine.EngineState;
import dev.sparkstacker.journal.FileJournal;
import dev.sparkstacker.journal.JournalIdentity;
import dev.sparkstacker.journal.JournalRecovery;
import dev.sparkstacker.journal.JournalSettings;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.journal.simulated.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One process that trades: recovered from a simulated disk, driven event by event against a venue that lives on when it
 * dies.
 *
 * <pre>
 *  disk ─► recovery ─► engine ◄─ events ─ SimulatedVenue
 *                        └─ commands ─► journal on the disk ─► forced ─► venue, which remembers what really left
 * </pre>
 */
final class SimulatedTrader {
    static final JournalSettings SETTINGS = new JournalSettings(256 * 1024, 3);
    static final int RUN = 4711;

    private static final RecordCodec<EngineState> STATE = RecordCodec.forType(EngineState.class);
    private static final int MOST_TICKS = 50;

    /** What becomes of commands between the engine and both the journal and the venue. */
    interface Rewriting {
        List<Command> rewrite(long cause, List<Command> commands);
    }

    private final SimulatedVenue venue;
    private final String build;
    private final Recovered recovered;
    private final Engine engine;
    private final FileJournal journal;
    private final EngineAgent agent;
    private final Rewriting rewriting;
    private final int snapshotEvery;
    private final List<Output> outputs = new ArrayList<>();
    private final List<Output> recoveredOutputs;
    private final Map<Long, Long> hashes = new TreeMap<>();
    private final List<Command> withheld = new ArrayList<>();
    private int journalFailures;
    private long snapshotAt;
    private boolean hashing;
    private @Nullable Runnable beforeEachSubmit;

    private SimulatedTrader(
            SimulatedDisk disk, SimulatedVenue venue, String build, int snapshotEvery, Rewriting rewriting)
            throws IOException {
        this.venue = venue;
        this.build = build;
        this.rewriting = rewriting;
        this.snapshotEvery = snapshotEvery;
        recovered = JournalRecovery.open(disk, identity(build), SETTINGS, () -> RUN);
        Recoveries state = Recoveries.of(recovered);
        engine = state.engine();
        recoveredOutputs = state.outputs();
        hashes.put(state.lastSequence(), hash(engine));
        journal = state.beginEpoch(venue.nowMs());
        snapshotAt = state.lastSequence() + snapshotEvery;
        agent = new EngineAgent(
                engine,
                state.lastSequence(),
                engine.state().venueTimeMs(),
                clocks(),
                new Rewriter(),
                this::submit,
                outputs::add,
                observer(),
                () -> 0);
    }

    /** Starts a process; it has not told the engine of itself yet. */
    static SimulatedTrader open(SimulatedDisk disk, SimulatedVenue venue, int snapshotEvery) throws IOException {
        return new SimulatedTrader(disk, venue, "build-a", snapshotEvery, (cause, commands) -> commands);
    }

    /** The same as another build, or with other decisions than the engine's. */
    static SimulatedTrader open(
            SimulatedDisk disk, SimulatedVenue venue, String build, int snapshotEvery, Rewriting rewriting)
            throws IOException {
        return new SimulatedTrader(disk, venue, build, snapshotEvery, rewriting);
    }

    static JournalIdentity identity(String build) {
        return new JournalIdentity(build, "config", STATE.schemaHash());
    }

    static long hash(Engine engine) {
        return StateHash.of(STATE.toBytes(engine.state()));
    }

    /** Notes the state's hash after each event from here on. */
    void hashEachEvent() {
        hashing = true;
    }

    /** Hears of each command just before it leaves. */
    void beforeEachSubmit(Runnable watcher) {
        beforeEachSubmit = watcher;
    }

    /** Tells the engine who runs it, and connects nothing yet. */
    void begin() {
        feed(new SystemEvent.EpochStarted(
                recovered.findings().run(),
                recovered.nextEpoch(),
                build,
                "config",
                recovered.findings().cleanStop()));
        feed(new SystemEvent.Configured(RecordedRun.config()));
        venue.announceOnce();
        drain();
    }

    void connect() {
        feed(new SystemEvent.Connected("market"));
        feed(new SystemEvent.Connected("account:main"));
        feed(new SystemEvent.Connected("account:hedge"));
        feed(new MarketEvent.FeedRestored(RecordedRun.ETH));
        drain();
    }

    /** Trades on for some minutes of venue time, or until the journal holds so many events. */
    void play(int minutes, long untilSequence) {
        for (int step = 0; step < minutes * 12 && agent.sequence() < untilSequence; step++) {
            venue.play();
            drain();
            venue.advance(400);
            drain();
            snapshotIfDue();
            venue.rest(5_000 - 400);
        }
    }

    void flatten() {
        feed(new OperatorEvent.FlattenRequested(1, "test", "the test ends"));
        drain();
    }

    void ask(OperatorEvent request) {
        feed(request);
        drain();
    }

    /** Hands in one event with everything due after it. */
    void feed(Event event) {
        agent.doWork(List.of(event));
        noteHash();
    }

    private void drain() {
        for (int ticks = 0; ticks < MOST_TICKS; ticks++) {
            for (Event event = venue.next(); event != null; event = venue.next()) {
                feed(event);
            }
            if (!agent.tickIfDue()) {
                return;
            }
            noteHash();
        }
        throw new AssertionError("The engine ticks without end");
    }

    private void noteHash() {
        if (hashing) {
            hashes.put(agent.sequence(), hash(engine));
        }
    }

    private void snapshotIfDue() {
        if (agent.sequence() < snapshotAt || agent.hasJournalFailed()) {
            return;
        }
        snapshotAt = agent.sequence() + snapshotEvery;
        try {
            journal.snapshot(agent.sequence(), STATE.toBytes(engine.state()));
        } catch (JournalException refused) {
            // A snapshot that cannot be stored costs time at the next start and nothing else.
        }
    }

    private void submit(Command command) {
        if (beforeEachSubmit != null) {
            beforeEachSubmit.run();
        }
        if (!withheld.remove(command)) {
            venue.submit(agent.sequence(), command);
        }
    }

    Engine engine() {
        return engine;
    }

    TradingState tradingState() {
        return engine.tradingState();
    }

    long sequence() {
        return agent.sequence();
    }

    boolean hasJournalFailed() {
        return agent.hasJournalFailed();
    }

    int journalFailures() {
        return journalFailures;
    }

    List<Output> outputs() {
        return outputs;
    }

    /** What was told while it recovered, and since. */
    List<Output> everythingTold() {
        List<Output> all = new ArrayList<>(recoveredOutputs);
        all.addAll(outputs);
        return all;
    }

    /** Orders that were told of while it recovered: those the engine came to know. */
    List<ClientOrderId> ordersRecovered() {
        List<ClientOrderId> ids = new ArrayList<>();
        for (Output output : recoveredOutputs) {
            if (output instanceof Output.OrderChanged changed) {
                ids.add(changed.order().id());
            }
        }
        return ids;
    }

    int epoch() {
        return recovered.nextEpoch();
    }

    Recovered.Findings findings() {
        return recovered.findings();
    }

    /** State hash after what was recovered and, where asked for, after each event since. */
    Map<Long, Long> hashes() {
        return hashes;
    }

    /** The process dies; nothing is flushed. */
    void die() {
        journal.close();
    }

    static List<ClientOrderId> ids(List<Command> commands) {
        List<ClientOrderId> ids = new ArrayList<>();
        for (Command command : commands) {
            if (command instanceof Command.PlaceOrders place) {
                place.orders().forEach(approved -> ids.add(approved.order().id()));
            }
        }
        return ids;
    }

    private Clocks clocks() {
        return new Clocks() {
            @Override
            public long venueTimeMs() {
                return venue.nowMs();
            }

            @Override
            public long machineTimeMs() {
                return venue.nowMs();
            }
        };
    }

    private EngineObserver observer() {
        return new EngineObserver() {
            @Override
            public void processed(Stamped stamped, long nanos) {}

            @Override
            public void forced(long nanos) {}

            @Override
            public void journalFailed(String message) {
                journalFailures++;
            }
        };
    }

    /** Lets the journal and the venue see the same rewritten commands. */
    private final class Rewriter implements Journal {
        @Override
        public void append(Stamped event) {
            journal.append(event);
        }

        @Override
        public void append(long causeSequence, List<Command> commands) {
            List<Command> recorded = rewriting.rewrite(causeSequence, commands);
            journal.append(causeSequence, recorded);
            for (Command command : commands) {
                if (!recorded.contains(command)) {
                    withheld.add(command);
                }
            }
            for (Command command : recorded) {
                if (!commands.contains(command)) {
                    journal.commit();
                    venue.submit(causeSequence, command);
                }
            }
        }

        @Override
        public void commit() {
            journal.commit();
        }

        @Override
        public void snapshot(long sequence, byte[] state) {
            journal.snapshot(sequence, state);
        }
    }
}
