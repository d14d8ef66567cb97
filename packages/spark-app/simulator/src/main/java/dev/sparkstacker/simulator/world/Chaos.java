package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.journal.simulated.DiskFault;
import dev.sparkstacker.sandbox.exchange.Address;
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
    private long slowUntilNanos;
    private long requests;

    Chaos(World world, Set<FaultFamily> families, SplittableRandom random) {
        this.world = world;
        this.families = families;
        this.random = random;
        this.edges = new EdgeFaults(world.venue().faults(), random.split());
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
                case OPERATOR -> often(2, 10, this::person);
            }
        }
        lookAfter();
    }

    /** Draws nothing more. */
    void end() {
        slowUntilNanos = 0;
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
            if (!world.isCalm()) {
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
        world.wall().jump(size * sign());
    }

    private void crash() {
        TradingProcess process = world.process();
        if (process == null) {
            return;
        }
        world.coverage().hit("crash planned");
        if (random.nextInt(4) == 0) {
            world.killed(process, "at a moment");
        } else {
            process.killAfter(random.nextInt(12));
        }
    }

    private void person() {
        TradingProcess process = world.process();
        if (process == null || !process.isRunning()) {
            return;
        }
        long id = ++requests;
        String who = "cli:operator";
        switch (random.nextInt(10)) {
            case 0, 1 -> publish(new OperatorEvent.HaltRequested(id, who, "simulated"));
            case 2 -> publish(new OperatorEvent.FlattenRequested(id, who, "simulated"));
            case 3, 4 ->
                publish(new OperatorEvent.CloseRequested(
                        id,
                        who,
                        Scene.INSTRUMENTS
                                .get(random.nextInt(Scene.INSTRUMENTS.size()))
                                .market(),
                        random.nextBoolean() ? Rate.of("1") : Rate.of("0.5")));
            case 5, 6, 7 -> byHand();
            case 8 -> moveMoney();
            default -> {
                publish(new OperatorEvent.StopRequested(id, who, random.nextBoolean()));
                at(world.seconds() + 1 + random.nextInt(30), () -> {
                    TradingProcess now = world.process();
                    if (now != null) {
                        now.stopInOrder();
                    }
                });
            }
        }
    }

    /** Somebody closes a part of a position at the venue, or opens one that nobody knows. */
    private void byHand() {
        Scene.Keys keys = Scene.KEYS.get(random.nextInt(Scene.KEYS.size()));
        Instrument instrument = Scene.INSTRUMENTS.get(random.nextInt(Scene.INSTRUMENTS.size()));
        SignedQuantity held = world.watch().books().size(VenueHost.addressOf(keys), instrument.market());
        long lot = instrument.lot().e8();
        boolean opens = held.isZero();
        long usd = random.nextLong(20, 120);
        long lots = opens
                ? usd
                        * 100_000_000
                        / Scene.START_PRICES.get(instrument.assetId()).e8()
                        * 100_000_000
                        / lot
                : held.abs().e8() / lot;
        long part = Math.max(1, opens || random.nextBoolean() ? lots : random.nextLong(lots + 1));
        SignedQuantity trade = new SignedQuantity(part * lot * (opens ? sign() : -held.signum()));
        world.trace().note("operator", "by hand " + keys.id() + " " + instrument.market() + " " + trade);
        world.coverage().hit(opens ? "operator opens by hand" : "operator closes by hand");
        world.venue().tradeByHand(keys, instrument, trade);
    }

    /** Somebody deposits, or withdraws what is free. */
    private void moveMoney() {
        Address owner = VenueHost.addressOf(Scene.KEYS.get(random.nextInt(Scene.KEYS.size())));
        Usd amount = Usd.of(String.valueOf(50 + random.nextInt(900)));
        if (random.nextBoolean()) {
            world.venue().exchange().deposit(owner, amount);
            world.coverage().hit("operator deposits");
        } else if (world.venue().exchange().withdraw(owner, amount).isEmpty()) {
            world.coverage().hit("operator withdraws");
        }
    }

    /** Closes at the venue what the engine does not know of: the remedy for an unknown position. */
    void closeUnknownByHand() {
        for (Scene.Keys keys : Scene.KEYS) {
            for (Instrument instrument : Scene.INSTRUMENTS) {
                SignedQuantity unknown = world.watch().unknown(keys, instrument.market());
                if (!unknown.isZero()) {
                    world.trace().note("operator", "closes by hand " + keys.id() + " " + unknown);
                    world.venue().tradeByHand(keys, instrument, unknown.negate());
                }
            }
        }
    }

    private void publish(OperatorEvent event) {
        TradingProcess process = world.process();
        if (process != null) {
            world.trace().note("operator", event.toString());
            world.coverage().hit("operator " + event.getClass().getSimpleName());
            process.request(event);
        }
    }

    /** Somebody looks in every few minutes and lets it enter again where it is halted. */
    private void lookAfter() {
        var _ = world.timeline().after((60 + random.nextInt(300)) * SECOND, () -> {
            if (!world.isCalm()) {
                resumeIfHalted();
                lookAfter();
            }
        });
    }

    /** Resets the breakers that are tripped, and lets it enter again where it is halted. */
    void resumeIfHalted() {
        TradingProcess process = world.process();
        if (process == null || !process.isRunning()) {
            return;
        }
        for (String breaker : world.watch().view().tripped()) {
            publish(new OperatorEvent.BreakerResetRequested(++requests, "cli:operator", breaker, "looked after"));
        }
        if (world.watch().view().state() == TradingState.HALTED) {
            publish(new OperatorEvent.ResumeRequested(++requests, "cli:operator", "looked after"));
        }
    }
}
