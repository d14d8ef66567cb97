package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.hyperliquid.limits.NonceStore;
import dev.sparkstacker.journal.Recovered;
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
import java.util.Random;
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
    private final NonceStore nonces = new NonceVault(this::step);
    private final Watch watch;
    private final Ports ports;
    private final SplittableRandom random;
    private final Random dice;
    private final Chaos chaos;
    private Consumer<Output> listener = _ -> {};
    private @Nullable TradingProcess process;
    private @Nullable InvariantBroken broken;
    private boolean calm;
    private long promised;
    private long starts;

    /**
     * @param setting what it trades with
     * @param families what goes wrong
     * @param lines takes each step as a line, or null
     */
    public World(long seed, Setting setting, Set<FaultFamily> families, Ports ports, @Nullable Consumer<String> lines) {
        this.setting = setting;
        this.ports = ports;
        this.random = new SplittableRandom(seed);
        this.dice = new Random(random.nextLong());
        this.trace = new Trace(timeline::nowNanos, lines);
        this.venue = new VenueHost(timeline, setting, random.split());
        this.network = new Network(timeline, venue, trace, random.split());
        this.watch = new Watch(venue, coverage);
        this.chaos = new Chaos(this, families, random.split());
        disk.watch(this::diskChanges);
    }

    /** Lets so much time pass, looking at the books each second. @throws InvariantBroken if something that must hold does not */
    public void live(long seconds) {
        if (process == null && starts == 0) {
            boot();
            chaos.begin();
        }
        for (long i = 0; i < seconds; i++) {
            timeline.runTo(timeline.nowNanos() + SECOND);
            requireUnbroken();
            venue.catchUp();
            watch.look(works(), 1_000);
        }
    }

    /** Ends the world: what still waits in it is unwound, so that nothing keeps it in memory. */
    public void end() {
        TradingProcess now = process;
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
        TradingProcess now = process;
        return now != null
                && now.isRunning()
                && !network.isCut()
                && !now.hasJournalFailed()
                && venue.exchange().phase() == TradingPhase.NORMAL;
    }

    /** Ends every fault; a process that cannot go on is started anew. */
    public void heal() {
        calm = true;
        trace.note("heal", "");
        chaos.end();
        venue.faults().clear();
        venue.exchange().phase(TradingPhase.NORMAL);
        network.heal();
        disk.heal();
        wall.heal();
        TradingProcess now = process;
        if (now != null && now.hasJournalFailed()) {
            killed(now, "restarted with a whole disk");
        }
    }

    /** Whether the engine runs, trades, and holds what the venue holds. */
    public boolean isWell() {
        TradingProcess now = process;
        return now != null
                && now.isRunning()
                && !now.hasJournalFailed()
                && watch.view().state() == TradingState.ACTIVE
                && watch.agrees();
    }

    /** A person looks after it: closes what it does not know, and lets it enter again. */
    public void lookAfter() {
        if (watch.view().state() == TradingState.HALTED) {
            chaos.closeUnknownByHand();
        }
        chaos.resumeIfHalted();
    }

    /** Holds the living engine against its journal, replayed from zero. */
    public void checkReplay() {
        TradingProcess now = process;
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

    /** A process was killed, by chance or by a person. */
    void killed(TradingProcess who, String why) {
        if (who != process) {
            return;
        }
        boolean powerCut = random.nextInt(3) > 0;
        trace.note("killed", why + (powerCut ? ", power cut" : ""));
        coverage.hit(powerCut ? "crash power cut" : "crash kill");
        gone(who);
        if (powerCut) {
            disk.crash(dice);
        } else {
            disk.kill();
        }
        bootIn(1 + random.nextInt(30));
    }

    /** A process could not start. */
    void startFailed(TradingProcess who, String why) {
        if (who != process) {
            return;
        }
        trace.note("no start", why);
        coverage.hit("start refused");
        gone(who);
        disk.kill();
        bootIn(20 + random.nextInt(20));
    }

    /** A process ended in order. */
    void stopped(TradingProcess who) {
        if (who != process) {
            return;
        }
        trace.note("stopped", "in order");
        coverage.hit("stop in order");
        gone(who);
        disk.kill();
        bootIn(1 + random.nextInt(60));
    }

    private void gone(TradingProcess who) {
        promised = Math.max(promised, who.promised());
        who.kill();
        process = null;
    }

    private void bootIn(long seconds) {
        Timeline.Entry _ = timeline.after(seconds * SECOND, this::boot);
    }

    private void boot() {
        starts++;
        trace.note("start", "number " + starts);
        TradingProcess next = new TradingProcess(this, random.split());
        process = next;
        next.boot();
    }

    /** The journal gave this much back; nothing whose effects left may be missing. */
    void recovered(Recovered.Findings findings, Recovery.Result state) {
        trace.note("recovered", "up to event " + state.lastSequence() + ", torn bytes " + findings.tornBytes());
        coverage.hit(findings.tornBytes() > 0 ? "recovery torn tail" : "recovery clean tail");
        if (findings.lastSequence() < promised) {
            throw new InvariantBroken(
                    "nothing leaves before it is durable",
                    "commands of event " + promised + " had left, the journal ends with event "
                            + findings.lastSequence());
        }
        watch.recovered(state.outputs());
    }

    void started(TradingProcess who) {
        trace.note("started", "number " + starts);
    }

    void journalFailed(TradingProcess who, String message) {
        trace.note("journal", message);
        coverage.hit("journal failed");
        Timeline.Entry _ = timeline.after(
                (5 + random.nextInt(60)) * SECOND, () -> killed(who, "restarted after the journal failed"));
    }

    void broken(String invariant, Throwable thrown) {
        if (broken == null) {
            broken = thrown instanceof InvariantBroken known ? known : new InvariantBroken(invariant, thrown);
        }
        timeline.stop();
    }

    private void diskChanges(String what) {
        trace.note("disk", what);
        TradingProcess now = process;
        if (now != null) {
            now.step();
            if (what.startsWith("force")) {
                chaos.slow(now);
            }
        }
    }

    private void step() {
        if (process != null) {
            process.step();
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

    NonceStore nonces() {
        return nonces;
    }

    Ports ports() {
        return ports;
    }

    @Nullable
    TradingProcess process() {
        return process;
    }

    boolean isCalm() {
        return calm;
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
        return starts;
    }

    /** Virtual seconds so far. */
    public long seconds() {
        return timeline.nowNanos() / SECOND;
    }
}
