package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.domain.port.JournalException;
import dev.sparkstacker.domain.port.VenueGateway;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineAgent;
import dev.sparkstacker.engine.EngineObserver;
import dev.sparkstacker.hyperliquid.ConnectorConfig;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.HyperliquidConnector;
import dev.sparkstacker.hyperliquid.Surroundings;
import dev.sparkstacker.hyperliquid.VenueSetupException;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.socket.SocketTiming;
import dev.sparkstacker.journal.FileJournal;
import dev.sparkstacker.journal.JournalIdentity;
import dev.sparkstacker.journal.JournalRecovery;
import dev.sparkstacker.journal.JournalSettings;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.journal.Storage;
import dev.sparkstacker.simulator.schedule.Crash;
import dev.sparkstacker.simulator.schedule.SimulatedMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One life of the product, wired as its composition root wires it: journal recovered, connector connected, a new epoch,
 * engine and connector coupled by a queue.
 *
 * <pre>
 *  connector tasks ─► inbox ─► cycle (each time something came, and each 200 ms): agent ─► gateway ─► connector
 * </pre>
 */
final class TradingProcess {
    private static final int BATCH = 512;
    private static final long IDLE_MS = 200;

    /** Several in a seed, so that most starts recover from a snapshot and a tail, as those of a product that runs for days do. */
    private static final long SNAPSHOT_EVERY = 1_000;

    private static final JournalSettings JOURNAL = new JournalSettings(1L << 20, 3);

    private final World world;
    private final SimulatedMachine machine;
    private final SplittableRandom random;
    private final SimulatedTransport transport;
    private final Deque<Event> inbox = new ArrayDeque<>();
    private @Nullable Running running;
    private boolean cycleComing;
    private long stalledUntilNanos;
    private int fuse = -1;
    private long promised;
    private long snapshotAt;

    private record Running(Engine engine, EngineAgent agent, FileJournal journal, HyperliquidConnector connector) {}

    TradingProcess(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
        this.machine = new SimulatedMachine(world.timeline(), world.wall(), random.split(), this::failed);
        this.transport = new SimulatedTransport(world.network(), machine, this::step);
    }

    /** Begins to start. */
    void boot() {
        Machine.Task _ = machine.start("main", this::start);
    }

    private void failed(Throwable thrown) {
        if (thrown instanceof Crash crash) {
            world.lives().killed(this, String.valueOf(crash.getMessage()));
        } else {
            world.broken("nothing in the product fails unexpectedly", thrown);
        }
    }

    private void start() throws InterruptedException {
        try {
            open();
        } catch (VenueSetupException | IOException | UncheckedIOException refused) {
            world.lives().startFailed(this, String.valueOf(refused.getMessage()));
        }
    }

    private void open() throws IOException, VenueSetupException, InterruptedException {
        Storage disk = world.ports().storage().apply(world.disk());
        JournalIdentity identity = new JournalIdentity("simulated", "scene", Recovery.stateSchemaHash());
        Recovered recovered = JournalRecovery.open(disk, identity, JOURNAL, random::nextInt);
        Recovery.Result state = Recovery.recover(recovered, world.zeroReplay());
        world.lives().recovered(recovered.findings(), state);
        HyperliquidConnector connector = new HyperliquidConnector(
                Scene.connector(world.setting().intervals()),
                ConnectorListener.NONE,
                new Surroundings(machine, world.ports().transport().apply(transport, machine), world.nonces()),
                SocketTiming.usual(ConnectorConfig.CONNECT_TIMEOUT));
        connector.connect();
        FileJournal journal = recovered.beginEpoch(machine.epochMs());
        EngineAgent agent = new EngineAgent(
                state.engine(),
                state.lastSequence(),
                state.engine().state().venueTimeMs(),
                connector,
                journal,
                world.ports().gateway().apply(gateway(connector)),
                this::told,
                new Observer(),
                machine::nanos);
        snapshotAt = state.lastSequence() + SNAPSHOT_EVERY;
        publish(new SystemEvent.EpochStarted(
                recovered.findings().run(),
                recovered.nextEpoch(),
                identity.build(),
                identity.configHash(),
                recovered.findings().cleanStop()));
        publish(new SystemEvent.Configured(world.setting().trading()));
        running = new Running(state.engine(), agent, journal, connector);
        EventSink sink = world.ports().events().apply(this::publish);
        connector.start(sink);
        Machine.Task _ = machine.every("engine", IDLE_MS, this::cycle);
        world.lives().started(this);
    }

    private VenueGateway gateway(HyperliquidConnector connector) {
        return new VenueGateway() {
            @Override
            public void prepare(Command command) {
                connector.prepare(command);
            }

            @Override
            public void submit(Command command) {
                step();
                Running now = running;
                if (now != null && !now.agent.hasJournalFailed()) {
                    promised = now.agent.sequence();
                }
                world.trace().note("command", command.toString());
                world.watch().commanded(command);
                TradingProcess.this.submit(connector, command);
            }
        };
    }

    private void submit(HyperliquidConnector connector, Command command) {
        long stall = stalledUntilNanos - machine.nanos();
        if (stall > 0) {
            machine.after(stall, () -> connector.submit(command));
        } else {
            connector.submit(command);
        }
    }

    private void told(Output output) {
        Running now = running;
        world.told(output, now != null && !now.agent.hasJournalFailed());
    }

    /** Hands a person's request to the engine. */
    void request(OperatorEvent event) {
        world.watch().requested(event);
        world.ports().events().apply(this::publish).publish(event);
    }

    /** Hands an event to the engine. */
    void publish(Event event) {
        if (!machine.isAlive()) {
            return;
        }
        inbox.addLast(event);
        comeSoon(50_000L + random.nextInt(1_500_000));
    }

    private void comeSoon(long nanos) {
        if (!cycleComing) {
            cycleComing = true;
            machine.after(nanos, () -> {
                cycleComing = false;
                cycle();
            });
        }
    }

    private void cycle() {
        Running now = running;
        if (now == null) {
            return;
        }
        long stall = stalledUntilNanos - machine.nanos();
        if (stall > 0) {
            comeSoon(stall);
            return;
        }
        List<Event> batch = new ArrayList<>();
        while (!inbox.isEmpty() && batch.size() < BATCH) {
            batch.add(inbox.removeFirst());
        }
        if (!batch.isEmpty()) {
            now.agent.doWork(batch);
        }
        boolean _ = now.agent.tickIfDue();
        snapshotIfDue(now);
        world.watch().cycled();
        if (!inbox.isEmpty()) {
            comeSoon(10_000);
        }
    }

    private void snapshotIfDue(Running now) {
        if (now.agent.sequence() >= snapshotAt && !now.agent.hasJournalFailed()) {
            snapshotAt = now.agent.sequence() + SNAPSHOT_EVERY;
            snapshot(now);
        }
    }

    private void snapshot(Running now) {
        try {
            now.journal.snapshot(now.agent.sequence(), Recovery.bytes(now.engine));
        } catch (JournalException refused) {
            world.trace().note("snapshot", "refused: " + refused.getMessage());
        }
    }

    /** Lets the process be killed after so many more of its steps: writes, forces, commands, requests. */
    void killAfter(int steps) {
        fuse = steps;
    }

    /** One step that leaves a mark on the world. */
    void step() {
        if (fuse >= 0 && fuse-- == 0) {
            throw new Crash("a step");
        }
    }

    /** The disk makes the engine wait. */
    void stall(long nanos) {
        stalledUntilNanos = Math.max(stalledUntilNanos, machine.nanos()) + nanos;
    }

    /** Ends it as a kill does: nothing of it runs any more, its connections end. */
    void kill() {
        machine.kill();
        transport.close();
    }

    /** Ends it as a person asking for it does. */
    void stopInOrder() {
        Running now = running;
        if (now == null) {
            world.lives().killed(this, "stopped while starting");
            return;
        }
        Machine.Task _ = machine.start("stop", () -> {
            running = null;
            now.connector.close();
            if (now.agent.hasJournalFailed()) {
                now.journal.close();
            } else {
                snapshot(now);
                closeInOrder(now.journal);
            }
            world.lives().stopped(this);
        });
    }

    private void closeInOrder(FileJournal journal) {
        try {
            journal.closeInOrder();
        } catch (JournalException refused) {
            world.trace().note("stop", "journal: " + refused.getMessage());
        }
    }

    /** The last event whose commands left: no start may forget it. */
    long promised() {
        return promised;
    }

    /** Makes everything so far part of the journal. */
    void commit() {
        if (running != null) {
            running.journal.commit();
        }
    }

    /** Whether the engine trades, as far as it has come. */
    boolean isRunning() {
        return running != null && machine.isAlive();
    }

    /** Whether its journal has failed, so that only a restart lets it enter again. */
    boolean hasJournalFailed() {
        return running != null && running.agent.hasJournalFailed();
    }

    /** The engine. @throws IllegalStateException before it runs */
    Engine engine() {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("The process has no engine yet");
        }
        return now.engine;
    }

    private final class Observer implements EngineObserver {
        @Override
        public void processed(Stamped stamped, long nanos) {
            world.trace().count(stamped.sequence());
        }

        @Override
        public void forced(long nanos) {
            // What a force took is the disk's business.
        }

        @Override
        public void journalFailed(String message) {
            world.lives().journalFailed(TradingProcess.this, message);
        }
    }
}
