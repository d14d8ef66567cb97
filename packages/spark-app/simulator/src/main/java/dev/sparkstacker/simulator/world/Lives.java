package dev.sparkstacker.simulator.world;

import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.simulator.check.InvariantBroken;
import dev.sparkstacker.simulator.schedule.Timeline;
import java.io.IOException;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The product's lives, one after the other: how each ends, what that leaves on the disk, and when the next begins. */
final class Lives {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 61 * SECOND;

    private final World world;
    private final SplittableRandom random;
    private final Random dice;
    private @Nullable TradingProcess process;
    private long promised;
    private long starts;

    Lives(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
        this.dice = new Random(random.nextLong());
    }

    /** The one that lives, or null between two. */
    @Nullable
    TradingProcess process() {
        return process;
    }

    /** How many began. */
    long starts() {
        return starts;
    }

    /** A process was killed, by chance or by a person. */
    void killed(TradingProcess who, String why) {
        if (who != process) {
            return;
        }
        boolean powerCut = random.nextInt(3) > 0;
        world.trace().note("killed", why + (powerCut ? ", power cut" : ""));
        world.coverage().hit(powerCut ? "crash power cut" : "crash kill");
        gone(who);
        if (powerCut) {
            world.disk().crash(dice);
        } else {
            world.disk().kill();
        }
        bootIn(1 + random.nextInt(30));
    }

    /** A process could not start. */
    void startFailed(TradingProcess who, String why) {
        if (who != process) {
            return;
        }
        world.trace().note("no start", why);
        world.coverage().hit("start refused");
        gone(who);
        world.disk().kill();
        if (world.nonces().isDamaged()) {
            world.coverage().hit("nonces damaged");
            Timeline.Entry _ = world.timeline().after(MINUTE, this::deleteNoncesAndBoot);
        } else {
            bootIn(20 + random.nextInt(20));
        }
    }

    /** A process ended in order. */
    void stopped(TradingProcess who) {
        if (who != process) {
            return;
        }
        world.trace().note("stopped", "in order");
        world.coverage().hit("stop in order");
        gone(who);
        world.disk().kill();
        bootIn(1 + random.nextInt(60));
    }

    /** What the product asks a person to do where nonces cannot be read: wait a minute, delete them. */
    private void deleteNoncesAndBoot() {
        try {
            world.nonces().deleteAll();
        } catch (IOException refused) {
            world.trace().note("nonces", "cannot be deleted: " + refused.getMessage());
        }
        boot();
    }

    private void gone(TradingProcess who) {
        promised = Math.max(promised, who.promised());
        who.kill();
        process = null;
    }

    private void bootIn(long seconds) {
        Timeline.Entry _ = world.timeline().after(seconds * SECOND, this::boot);
    }

    /** Starts the product. */
    void boot() {
        starts++;
        world.calm().disturbed();
        world.trace().note("start", "number " + starts);
        TradingProcess next = new TradingProcess(world, random.split());
        process = next;
        next.boot();
    }

    /** The journal gave this much back; nothing whose effects left may be missing. */
    void recovered(Recovered.Findings findings, Recovery.Result state) {
        world.trace().note("recovered", "up to event " + state.lastSequence() + ", torn bytes " + findings.tornBytes());
        world.coverage().hit(findings.tornBytes() > 0 ? "recovery torn tail" : "recovery clean tail");
        if (findings.lastSequence() < promised) {
            throw new InvariantBroken(
                    "nothing leaves before it is durable",
                    "commands of event " + promised + " had left, the journal ends with event "
                            + findings.lastSequence());
        }
        world.watch().recovered(state.outputs());
    }

    /** A process trades. */
    void started(TradingProcess who) {
        world.calm().disturbed();
        world.trace().note("started", "number " + starts);
    }

    /** A process's journal has failed: somebody restarts it soon. */
    void journalFailed(TradingProcess who, String message) {
        world.trace().note("journal", message);
        world.coverage().hit("journal failed");
        Timeline.Entry _ = world.timeline()
                .after((5 + random.nextInt(60)) * SECOND, () -> killed(who, "restarted after the journal failed"));
    }
}
