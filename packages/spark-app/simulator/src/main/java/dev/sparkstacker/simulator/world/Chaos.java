package dev.sparkstacker.simulator.world;

import dev.sparkstacker.journal.simulated.DiskFault;
import dev.sparkstacker.sandbox.exchange.TradingPhase;
import dev.sparkstacker.simulator.FaultFamily;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What goes wrong in a seed, and when: each family draws its own troubles with their heat. */
final class Chaos {
    private static final long SECOND = 1_000_000_000L;
    private static final long SAFETY_SECONDS = 7_200;
    private static final List<DiskFault.Kind> DISK_FAULTS = List.of(DiskFault.Kind.values());
    private static final List<TradingPhase> PHASES =
            List.of(TradingPhase.POST_ONLY, TradingPhase.CANCEL_ONLY, TradingPhase.HALTED);
    private static final long YEAR_MS = 365L * 86_400_000;

    private final World world;
    private final Set<FaultFamily> families;
    private final SplittableRandom random;
    private final EdgeFaults edges;
    private final People people;
    private long slowUntilNanos;

    Chaos(World world, Set<FaultFamily> families, SplittableRandom random) {
        this.world = world;
        this.families = families;
        this.random = random;
        this.edges = new EdgeFaults(world.venue().faults(), random.split());
        this.people = new People(world, random.split());
    }

    /** Draws everything that will go wrong. */
    void begin() {
        for (FaultFamily family : families) {
            switch (family) {
                case NETWORK -> network();
                case VENUE -> venue();
                case DISK -> disk();
                case CLOCK -> often(1, 8, this::jump);
                case CRASH -> often(1, 5, this::crash);
                case OPERATOR -> often(2, 12, people::act);
            }
        }
        people.lookAfter();
    }

    /** Draws nothing more. */
    void end() {
        slowUntilNanos = 0;
    }

    /** Those who ask for things, and look after it. */
    People people() {
        return people;
    }

    private void often(int least, int most, Runnable what) {
        int times = random.nextInt(least, most + 1);
        for (int i = 0; i < times; i++) {
            at(random.nextLong(60, SAFETY_SECONDS), what);
        }
    }

    private void at(long second, Runnable what) {
        long nanos =
                second * SECOND + random.nextLong(SECOND) - world.timeline().nowNanos();
        var _ = world.timeline().after(nanos, () -> {
            if (!world.isHealed()) {
                what.run();
            }
        });
    }

    private void network() {
        edges.drawNetwork(Scene.START_MS, Scene.START_MS + SAFETY_SECONDS * 1_000);
        often(0, 4, () -> {
            world.trace().note("chaos", "network cut");
            world.coverage().hit("network cut");
            world.network().cut(true);
            at(world.seconds() + 1 + random.nextInt(60), () -> world.network().cut(false));
        });
        often(0, 4, () -> {
            world.coverage().hit("network refused");
            world.network().refuse(100 + random.nextInt(900));
            at(world.seconds() + 1 + random.nextInt(60), () -> world.network().refuse(0));
        });
        often(0, 4, () -> {
            world.coverage().hit("network slow");
            world.network().jitter(50_000_000L + random.nextLong(8 * SECOND));
            at(world.seconds() + 1 + random.nextInt(120), () -> world.network().jitter(3_000_000));
        });
    }

    private void venue() {
        edges.drawVenue(Scene.START_MS, Scene.START_MS + SAFETY_SECONDS * 1_000);
        often(0, 3, () -> edges.maintenance(world.venue().exchange().nowMs(), 20_000 + random.nextInt(160_000)));
        often(0, 2, this::maintain);
        often(0, 2, this::cascade);
        often(0, 6, () -> {
            long ppm = (5_000 + random.nextInt(random.nextInt(10) == 0 ? 150_000 : 40_000)) * sign();
            world.trace().note("chaos", "price shock " + ppm + " ppm");
            world.coverage().hit("venue price shock");
            world.venue().shock(random.nextInt(Scene.INSTRUMENTS.size()), ppm);
        });
    }

    /** The exchange itself stops for a while: after an upgrade, for cancels only, or wholly. */
    private void maintain() {
        TradingPhase phase = PHASES.get(random.nextInt(PHASES.size()));
        world.trace().note("chaos", "exchange " + phase);
        world.coverage().hit("venue phase " + phase);
        world.venue().exchange().phase(phase);
        at(
                world.seconds() + 10 + random.nextInt(170),
                () -> world.venue().exchange().phase(TradingPhase.NORMAL));
    }

    /** Prices fall through everything, or rise, in a few steps seconds apart: stops are jumped over, positions liquidated. */
    private void cascade() {
        long direction = sign();
        int market = random.nextInt(Scene.INSTRUMENTS.size());
        int steps = 2 + random.nextInt(3);
        world.trace().note("chaos", "cascade of " + steps + " steps " + direction);
        world.coverage().hit("venue cascade");
        world.calm().disturbed();
        long second = world.seconds();
        for (int i = 0; i < steps; i++) {
            long ppm = direction * (60_000 + random.nextInt(80_000));
            at(second, () -> world.venue().shock(market, ppm));
            second += 1 + random.nextInt(12);
        }
    }

    private long sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    private void disk() {
        often(1, 4, () -> {
            DiskFault.Kind kind = DISK_FAULTS.get(random.nextInt(DISK_FAULTS.size()));
            boolean lasting = random.nextInt(3) == 0;
            world.trace().note("chaos", "disk " + kind + (lasting ? " lasting" : ""));
            world.coverage().hit("disk " + kind);
            world.calm().disturbed();
            world.disk().plan(new DiskFault(kind, world.disk().changes() + 1 + random.nextInt(20), lasting));
            if (lasting) {
                at(world.seconds() + 5 + random.nextInt(120), () -> world.disk().heal());
            }
        });
        often(0, 3, () -> {
            world.coverage().hit("disk slow");
            slowUntilNanos = world.timeline().nowNanos() + (1 + random.nextInt(60)) * SECOND;
        });
    }

    /** A force takes its time while the disk is slow. */
    void slow(TradingProcess process) {
        if (world.timeline().nowNanos() < slowUntilNanos) {
            world.calm().disturbed();
            process.stall(random.nextLong(3 * SECOND));
        }
    }

    private void jump() {
        long size = switch (random.nextInt(5)) {
            case 0 -> 1 + random.nextInt(1_000);
            case 1 -> 1_000 + random.nextInt(60_000);
            case 2 -> 60_000 + random.nextInt(3_600_000);
            case 3 -> 3_600_000 + random.nextInt(86_400_000);
            default -> random.nextLong(86_400_000, YEAR_MS);
        };
        world.trace().note("chaos", "clock jump " + size);
        world.coverage().hit("clock jump");
        world.calm().disturbed();
        world.wall().jump(size * sign());
    }

    private void crash() {
        TradingProcess process = world.process();
        if (process == null) {
            return;
        }
        world.coverage().hit("crash planned");
        if (random.nextInt(4) == 0) {
            world.lives().killed(process, "at a moment");
        } else {
            process.killAfter(random.nextInt(12));
        }
    }
}
