package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.hyperliquid.ConnectorConfig;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.HyperliquidConnector;
import dev.sparkstacker.hyperliquid.Surroundings;
import dev.sparkstacker.hyperliquid.VenueSetupException;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.net.VenueTransport;
import dev.sparkstacker.hyperliquid.socket.SocketTiming;
import dev.sparkstacker.journal.simulated.SimulatedDisk;
import dev.sparkstacker.simulator.Ports;
import dev.sparkstacker.simulator.schedule.SimulatedMachine;
import dev.sparkstacker.simulator.schedule.Timeline;
import dev.sparkstacker.simulator.schedule.Trace;
import dev.sparkstacker.simulator.schedule.WallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The connector alone in a simulated world: a venue, a network, virtual time, and nobody behind its events. */
final class ConnectorRig {
    private static final long MS = 1_000_000L;

    private final Timeline timeline = new Timeline();
    private final List<Throwable> failures = new ArrayList<>();
    private final SimulatedMachine machine;
    private final VenueHost venue;
    private final HyperliquidConnector connector;
    private boolean started;

    ConnectorRig(long seed, Setting setting, ConnectorListener listener, Ports.Transports network) {
        SplittableRandom random = new SplittableRandom(seed);
        Trace trace = new Trace(timeline::nowNanos, null);
        WallClock wall = new WallClock(timeline, Scene.START_MS);
        venue = new VenueHost(timeline, setting, random.split());
        machine = new SimulatedMachine(timeline, wall, random.split(), failures::add);
        VenueTransport transport = network.apply(
                new SimulatedTransport(new Network(timeline, venue, trace, random.split()), machine, () -> {}),
                machine);
        connector = new HyperliquidConnector(
                Scene.connector(setting.intervals()),
                listener,
                new Surroundings(machine, transport, new NonceVault(new SimulatedDisk())),
                SocketTiming.usual(ConnectorConfig.CONNECT_TIMEOUT));
    }

    /** Connects and starts, and lets five seconds pass. */
    void start(EventSink sink) {
        task(() -> {
            try {
                connector.start(sink);
                started = true;
            } catch (VenueSetupException refused) {
                failures.add(refused);
            }
        });
        run(5_000);
        if (!started) {
            throw new AssertionError("The connector has not started: " + failures);
        }
    }

    /** Lets a task run on the machine, such as one that asks and waits. */
    void task(Machine.Work work) {
        Machine.Task _ = machine.start("test", work);
    }

    /** Lets time pass. */
    void run(long ms) {
        timeline.runTo(timeline.nowNanos() + ms * MS);
        venue.catchUp();
    }

    void submit(Command command) {
        connector.submit(command);
    }

    HyperliquidConnector connector() {
        return connector;
    }

    VenueHost venue() {
        return venue;
    }

    /** What its tasks threw: nothing, ever. */
    List<Throwable> failures() {
        return failures;
    }
}
