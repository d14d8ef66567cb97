package dev.sparkstacker.sandbox.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Which faults strike when: scripted ones first, in order, then those drawn by seed. Thread-safe; without rules it
 * never strikes.
 */
public final class FaultPlan {
    private record Scripted(Edge edge, Fault fault) {}

    private record Drawn(Edge edge, Fault fault, int permille) {}

    private final SplittableRandom random;
    private final List<Scripted> script = new ArrayList<>();
    private final List<Drawn> draws = new ArrayList<>();
    private long struck;

    public FaultPlan(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A plan without faults. */
    public static FaultPlan none() {
        return new FaultPlan(0);
    }

    /** Lets the next so many passages of an edge fail. */
    public synchronized FaultPlan next(Edge edge, Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            script.add(new Scripted(edge, fault));
        }
        return this;
    }

    /** Lets passages of an edge fail with a probability in thousandths. */
    public synchronized FaultPlan sometimes(Edge edge, Fault fault, int permille) {
        draws.add(new Drawn(edge, fault, permille));
        return this;
    }

    /** Takes all faults back. */
    public synchronized void clear() {
        script.clear();
        draws.clear();
    }

    /** How many faults have struck. */
    public synchronized long struck() {
        return struck;
    }

    /** The fault that strikes this passage, or null. */
    public synchronized @Nullable Fault strike(Edge edge) {
        Iterator<Scripted> scripted = script.iterator();
        while (scripted.hasNext()) {
            Scripted next = scripted.next();
            if (next.edge == edge) {
                scripted.remove();
                struck++;
                return next.fault;
            }
        }
        for (Drawn draw : draws) {
            if (draw.edge == edge && random.nextInt(1_000) < draw.permille) {
                struck++;
                return draw.fault;
            }
        }
        return null;
    }
}
