package dev.sparkstacker.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which faults strike when. Scripted rules come before drawn ones, each in the order in which it was set; the first that
 * fits strikes. Each drawn rule has its own random numbers from the plan's seed, so that setting one does not move
 * another's strikes. Thread-safe; without rules it never strikes.
 */
public final class FaultPlan {
    private final long seed;
    private final List<Scripted> scripts = new ArrayList<>();
    private final List<Drawn> draws = new ArrayList<>();
    private final Map<String, Map<String, Long>> strikes = new TreeMap<>();
    private final Map<String, Long> passages = new TreeMap<>();
    private long rulesSet;

    private static final class Scripted {
        private final FaultRule rule;
        private final long first;
        private final long last;
        private long seen;

        Scripted(FaultRule rule, FaultRule.Timing.Scripted timing) {
            this.rule = rule;
            this.first = timing.first();
            this.last = timing.first() + timing.times() - 1;
        }

        /** Whether it wants the passage; one that another rule struck is not its own and is wanted again. */
        boolean wants() {
            return seen + 1 >= first;
        }

        void pass() {
            seen++;
        }

        boolean isDone() {
            return seen >= last;
        }
    }

    private record Drawn(FaultRule rule, FaultRule.Timing.Drawn timing, SplittableRandom random) {
        boolean wants(long venueMs) {
            return venueMs >= timing.fromMs()
                    && venueMs < timing.untilMs()
                    && random.nextInt(1_000) < timing.permille();
        }
    }

    /**
     * How often a fault struck at an edge.
     *
     * @param struck how often since the plan began; clearing the rules does not clear it
     */
    public record Coverage(String edge, String kind, long struck) {}

    public FaultPlan(long seed) {
        this.seed = seed;
    }

    /** A plan without faults. */
    public static FaultPlan none() {
        return new FaultPlan(0);
    }

    /** Sets a rule. */
    public synchronized FaultPlan add(FaultRule rule) {
        rulesSet++;
        switch (rule.timing()) {
            case FaultRule.Timing.Scripted timing -> scripts.add(new Scripted(rule, timing));
            case FaultRule.Timing.Drawn timing ->
                draws.add(new Drawn(rule, timing, new SplittableRandom(seed + rulesSet * 0x9E3779B97F4A7C15L)));
        }
        return this;
    }

    /** Lets the next so many passages of an edge fail. */
    public <F extends Fault> FaultPlan next(Edge<F> edge, F fault, int times) {
        return add(FaultRule.next(edge, fault, times));
    }

    /** Lets passages of an edge fail with a probability in thousandths, at any time. */
    public <F extends Fault> FaultPlan sometimes(Edge<F> edge, F fault, int permille) {
        return add(FaultRule.drawn(edge, fault, permille, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /** Takes all rules back; what was counted stays. */
    public synchronized void clear() {
        scripts.clear();
        draws.clear();
    }

    /** The rules that may still strike, scripted ones first. */
    public synchronized List<FaultRule> rules() {
        List<FaultRule> rules = new ArrayList<>();
        scripts.forEach(script -> rules.add(script.rule));
        draws.forEach(draw -> rules.add(draw.rule));
        return rules;
    }

    /** How many faults have struck. */
    public synchronized long struck() {
        return strikes.values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How often something passed an edge. */
    public synchronized long passages(Edge<?> edge) {
        return passages.getOrDefault(edge.name(), 0L);
    }

    /** Every hook, also those that never struck. */
    public synchronized List<Coverage> coverage() {
        List<Coverage> hooks = new ArrayList<>();
        for (Edge<?> edge : Edge.all()) {
            Map<String, Long> struck = strikes.getOrDefault(edge.name(), Map.of());
            edge.kinds().forEach(kind -> hooks.add(new Coverage(edge.name(), kind, struck.getOrDefault(kind, 0L))));
        }
        return hooks;
    }

    /**
     * The fault that strikes this passage, or null.
     *
     * @param subject what passes, such as an action's type
     * @param venueMs venue time
     */
    public synchronized <F extends Fault> @Nullable F strike(Edge<F> edge, String subject, long venueMs) {
        passages.merge(edge.name(), 1L, Long::sum);
        FaultRule striking = scripted(edge, subject);
        for (Drawn draw : draws) {
            if (fits(draw.rule, edge, subject) && draw.wants(venueMs) && striking == null) {
                striking = draw.rule;
            }
        }
        if (striking == null) {
            return null;
        }
        strikes.computeIfAbsent(edge.name(), _ -> new TreeMap<>())
                .merge(striking.fault().kind(), 1L, Long::sum);
        return edge.type().cast(striking.fault());
    }

    /** The first script that wants the passage; a script that comes too late for it strikes the next one instead. */
    private @Nullable FaultRule scripted(Edge<?> edge, String subject) {
        FaultRule striking = null;
        for (Scripted script : List.copyOf(scripts)) {
            if (!fits(script.rule, edge, subject)) {
                continue;
            }
            boolean wants = script.wants();
            if (wants && striking != null) {
                continue;
            }
            script.pass();
            striking = wants ? script.rule : striking;
            if (script.isDone()) {
                scripts.remove(script);
            }
        }
        return striking;
    }

    private static boolean fits(FaultRule rule, Edge<?> edge, String subject) {
        return rule.edge().equals(edge) && (rule.subject() == null || subject.equals(rule.subject()));
    }
}
