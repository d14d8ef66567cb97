package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.journal.simulated.SimulatedDisk;
import dev.sparkstacker.sandbox.exchange.TradingPhase;
import dev.sparkstacker.simulator.FaultFamily;
import dev.sparkstacker.simulator.Ports;
import dev.sparkstacker.simulator.check.Coverage;
import dev.sparkstacker.simulator.check.InvariantBroken;
import dev.sparkstacker.simulator.check.Watch;
import dev.sparkstacker.simulator.schedule.Timeline;
import dev.sparkstacker.simulator.schedule.Trace;
import dev.sparkstacker.simulator.schedule.WallClock;
import java.io.IOException;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is in a seed, on one timeline: the venue, the way to it, a disk, a clock, and the product, which is
 * started again whenever it is gone.
 */
public final class World {
    private static final long SECOND = 1_000_000_000L;

    private final Setting setting;
    private final Timeline timeline = new Timeline();
    private final Trace trace;
    private final WallClock wall = new WallClock(timeline, Scene.START_MS);
    private final Coverage coverage = new Coverage();
    private final VenueHost venue;
    private final Network network;
    private final SimulatedDisk disk = new SimulatedDisk();
    private final ZeroReplay zeroReplay = new ZeroReplay();
    private final NonceVault nonces = new NonceVault(disk);
    private final Watch watch;
    private final Ports ports;
    private final Lives lives;
    private final Chaos chaos;
    private final Calm calm = new Calm(this);
    private Consumer<Output> listener = _ -> {};
    private @Nullable InvariantBroken broken;
    private boolean healed;

    /**
     * @param setting what it trades with
     * @param families what goes wrong
     * @param lines takes each step as a line, or null
     */
    public World(long seed, Setting setting, Set<FaultFamily> families, Ports ports, @Nullable Consumer<String> lines) {
        this.setting = setting;
        this.ports = ports;
        SplittableRandom random = new SplittableRandom(seed);
        this.trace = new Trace(timeline::nowNanos, lines);
        this.venue = new VenueHost(timeline, setting, random.split());
        this.network = new Network(timeline, venue, trace, random.split());
        this.watch = new Watch(venue, setting.trading(), coverage);
        this.lives = new Lives(this, random.split());
        this.chaos = new Chaos(this, families, random.split());
        disk.watch(this::diskChanges);
    }

    /** Lets so much time pass, looking at the books each second. @throws InvariantBroken if something that must hold does not */
    public void live(long seconds) {
        if (lives.starts() == 0) {
            lives.boot();
            chaos.begin();
        }
        for (long i = 0; i < seconds; i++) {
            timeline.runTo(timeline.nowNanos() + SECOND);
            requireUnbroken();
            venue.catchUp();
            calm.look();
            watch.look(works(), calm.seconds(), 1_000);
        }
    }

    /** Ends the world: what still waits in it is unwound, so that nothing keeps it in memory. */
    public void end() {
        TradingProcess now = process();
        if (now != null) {
            now.kill();
            timeline.runTo(timeline.nowNanos());
        }
    }

    private void requireUnbroken() {
        if (broken != null) {
            throw broken;
        }
    }

    /** Whether the product runs and reaches a venue that trades. */
    private boolean works() {
        TradingProcess now = process();
        return now != null
                && now.isRunning()
                && !network.isCut()
                && !now.hasJournalFailed()
                && venue.exchange().phase() == TradingPhase.NORMAL;
    }

    /** Ends every fault; a process that cannot go on is started anew. */
    public void heal() {
        healed = true;
        calm.disturbed();
        trace.note("heal", "");
        chaos.end();
        venue.faults().clear();
        venue.exchange().phase(TradingPhase.NORMAL);
        network.heal();
        disk.heal();
        wall.heal();
        TradingProcess now = process();
        if (now != null && now.hasJournalFailed()) {
            lives.killed(now, "restarted with a whole disk");
        }
    }

    /** Whether the engine runs, trades, and holds what the venue holds. */
    public boolean isWell() {
        TradingProcess now = process();
        return now != null
                && now.isRunning()
                && !now.hasJournalFailed()
                && watch.view().state() == TradingState.ACTIVE
                && watch.view().pulled().isEmpty()
                && watch.agrees();
    }

    /** A person looks after it: closes what it does not know, and lets it enter again. */
    public void lookAfter() {
        chaos.people().tidyUpByHand();
        chaos.people().resumeIfHalted();
    }

    /** Holds the living engine against its journal, replayed from zero. */
    public void checkReplay() {
        TradingProcess now = process();
        if (now == null || !now.isRunning() || now.hasJournalFailed()) {
            return;
        }
        now.commit();
        try {
            Recovery.requireSame(Recovery.fromZero(disk), now.engine(), "the end");
        } catch (IOException refused) {
            throw new InvariantBroken("the journal can be read", refused);
        }
    }

    // ---- what processes tell -------------------------------------------------------------------------------------

    void broken(String invariant, Throwable thrown) {
        if (broken == null) {
            broken = thrown instanceof InvariantBroken known ? known : new InvariantBroken(invariant, thrown);
        }
        timeline.stop();
    }

    private void diskChanges(String what) {
        trace.note("disk", what);
        TradingProcess now = process();
        if (now != null) {
            now.step();
            if (what.startsWith("force")) {
                chaos.slow(now);
            }
        }
    }

    /** Lets somebody hear what the engine tells, besides the checks. */
    void listen(Consumer<Output> to) {
        listener = to;
    }

    /**
     * The engine tells something.
     *
     * @param durable whether the journal works
     */
    void told(Output output, boolean durable) {
        trace.note("output", output.toString());
        watch.told(output, durable);
        listener.accept(output);
    }

    // ---- what is there --------------------------------------------------------------------------------------------

    Setting setting() {
        return setting;
    }

    Timeline timeline() {
        return timeline;
    }

    WallClock wall() {
        return wall;
    }

    Network network() {
        return network;
    }

    VenueHost venue() {
        return venue;
    }

    SimulatedDisk disk() {
        return disk;
    }

    ZeroReplay zeroReplay() {
        return zeroReplay;
    }

    NonceVault nonces() {
        return nonces;
    }

    Ports ports() {
        return ports;
    }

    /** The lives of the product, one after the other. */
    Lives lives() {
        return lives;
    }

    @Nullable
    TradingProcess process() {
        return lives.process();
    }

    /** How long nothing has gone wrong. */
    Calm calm() {
        return calm;
    }

    /** Whether every fault has ended for good. */
    boolean isHealed() {
        return healed;
    }

    /** What happened. */
    public Trace trace() {
        return trace;
    }

    /** Both sides' books. */
    public Watch watch() {
        return watch;
    }

    /** What was hit so far. */
    public Coverage coverage() {
        return coverage;
    }

    /** Takes over what struck at the venue's edges, once, at the end. */
    public void closeCoverage() {
        coverage.take(venue.faults());
    }

    /** How often the product was started. */
    public long starts() {
        return lives.starts();
    }

    /** Virtual seconds so far. */
    public long seconds() {
        return timeline.nowNanos() / SECOND;
    }
}
