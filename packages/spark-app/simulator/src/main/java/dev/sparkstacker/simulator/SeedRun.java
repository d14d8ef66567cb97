package dev.sparkstacker.simulator;

import dev.sparkstacker.simulator.check.InvariantBroken;
import dev.sparkstacker.simulator.world.Scene;
import dev.sparkstacker.simulator.world.Setting;
import dev.sparkstacker.simulator.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One seed from beginning to end.
 *
 * <pre>
 *  two hours with faults (safety) ─► everything heals ─► well within ten minutes ─► an order within forty (liveness)
 * </pre>
 */
public final class SeedRun {
    private static final long SAFETY_SECONDS = 7_200;
    private static final long STEP_SECONDS = 20;
    private static final long WELL_SECONDS = 600;
    private static final int AGREE_SECONDS = 20;
    private static final long ORDER_SECONDS = 2_400;

    private final long seed;
    private final Set<FaultFamily> families;
    private final Setting setting;
    private final World world;

    /**
     * @param families which families there are to draw from
     * @param lines takes each step as a line, or null
     */
    public SeedRun(long seed, Set<FaultFamily> families, Ports ports, @Nullable Consumer<String> lines) {
        this.seed = seed;
        this.families = draw(seed, families);
        Setting setting = Setting.drawn(seed);
        this.setting = setting;
        this.world = new World(seed, setting, this.families, ports, lines);
    }

    /** At least two families of those there are, or the only one. */
    static Set<FaultFamily> draw(long seed, Set<FaultFamily> from) {
        List<FaultFamily> order =
                new ArrayList<>(EnumSet.copyOf(from.isEmpty() ? EnumSet.allOf(FaultFamily.class) : from));
        if (from.isEmpty()) {
            return Set.of();
        }
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Collections.shuffle(order, random);
        int count = Math.min(order.size(), 2 + random.nextInt(Math.max(1, order.size() - 1)));
        return EnumSet.copyOf(order.subList(0, count));
    }

    /** Lives through it. Must be called on a virtual thread where speed matters: turns are then cheap. */
    public SeedResult run() {
        long began = System.nanoTime();
        InvariantBroken broken = null;
        try {
            live();
        } catch (InvariantBroken found) {
            broken = found;
        }
        world.closeCoverage();
        world.coverage().hit("setting " + setting.name());
        world.coverage().hit("unknown positions " + setting.trading().unknownPositions());
        SeedResult result = new SeedResult(
                seed,
                families,
                world.trace().hash(),
                world.seconds(),
                world.watch().books().orders(),
                world.starts(),
                world.coverage(),
                broken,
                (System.nanoTime() - began) / 1_000_000);
        world.end();
        return result;
    }

    private void live() {
        world.live(SAFETY_SECONDS);
        world.heal();
        becomeWell();
        trade();
        world.checkReplay();
    }

    private void becomeWell() {
        for (long waited = 0; !world.isWell(); waited += STEP_SECONDS) {
            if (waited >= WELL_SECONDS) {
                throw new InvariantBroken(
                        "once everything works again it recovers",
                        "after " + waited + " s it is " + world.watch().view().state() + ", holding "
                                + world.watch().view().legs());
            }
            world.live(STEP_SECONDS);
            world.lookAfter();
        }
        world.live(60);
        agree();
    }

    /** A fill may be on its way at any moment, but not at each of many. */
    private void agree() {
        for (int i = 0; i < AGREE_SECONDS && !world.watch().agrees(); i++) {
            world.live(1);
        }
        Scene.KEYS.forEach(world.watch()::requireEqual);
    }

    private void trade() {
        int before = world.watch().books().orders();
        for (long waited = 0; world.watch().books().orders() == before; waited += STEP_SECONDS) {
            if (waited >= ORDER_SECONDS) {
                throw new InvariantBroken(
                        "once everything works again it trades",
                        "no order for " + waited + " s; it is "
                                + world.watch().view().state());
            }
            world.live(STEP_SECONDS);
        }
        world.live(30);
    }
}
