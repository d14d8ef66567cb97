package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.BreakerRule;
import dev.sparkstacker.domain.output.BreakerStage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The breakers in their fixed order, and the one place where a stage changes and is told. */
final class BreakerSet {
    private static final String ENGINE = "engine";
    private static final String COOL_OFF = "cool-off";

    private final List<Breaker> breakers = new ArrayList<>();
    private BreakerPolicy policy = BreakerPolicy.DEFAULT;
    private boolean losses;

    void load(List<Breaker> snapshot) {
        breakers.clear();
        breakers.addAll(snapshot);
        breakers.sort(BreakerPlan.ORDER);
        losses = first(each -> each instanceof DailyLossBreaker || each instanceof DrawdownBreaker) != null;
    }

    /** Whether any of them watches what is earned and lost. */
    boolean watchesLosses() {
        return losses;
    }

    List<Breaker> all() {
        return breakers;
    }

    /**
     * Takes a plan. A breaker in it that is there keeps its state; one that is not in it goes, unless it is tripped: that
     * one stays until it is reset.
     */
    void plan(List<Breaker> fresh, BreakerPolicy newPolicy) {
        policy = newPolicy;
        List<Breaker> planned = new ArrayList<>();
        for (Breaker each : fresh) {
            Breaker known = first(other -> BreakerPlan.same(other, each));
            planned.add(known == null ? each : known);
        }
        for (Breaker known : breakers) {
            if (known.isTripped() && planned.stream().noneMatch(other -> BreakerPlan.same(known, other))) {
                planned.add(known);
            }
        }
        load(planned);
    }

    @Nullable
    Breaker first(Predicate<Breaker> wanted) {
        for (Breaker each : breakers) {
            if (wanted.test(each)) {
                return each;
            }
        }
        return null;
    }

    /** Moves every breaker on; tells which changed their stage. */
    List<BreakerTransition> change(long nowMs, UnaryOperator<Breaker> next) {
        List<BreakerTransition> transitions = new ArrayList<>();
        change(nowMs, ENGINE, next, transitions);
        return transitions;
    }

    /** The same, then resets what has cooled off. */
    List<BreakerTransition> changeAndCoolOff(long nowMs, UnaryOperator<Breaker> next) {
        List<BreakerTransition> transitions = change(nowMs, next);
        change(nowMs, COOL_OFF, each -> hasCooledOff(each, nowMs) ? each.reset(nowMs) : each, transitions);
        return transitions;
    }

    /** Resets the breaker of this name for a person. */
    ResetResult reset(String name, Resetter person, long nowMs) {
        for (int i = 0; i < breakers.size(); i++) {
            Breaker each = breakers.get(i);
            if (each.name().equals(name)) {
                String refusal = each.isTripped() ? each.refusal() : name + " is not tripped";
                if (refusal != null) {
                    return new ResetResult.Refused(refusal);
                }
                Breaker after = each.reset(nowMs);
                breakers.set(i, after);
                return new ResetResult.Done(told(each, after, person.by(), person.reason(), nowMs));
            }
        }
        return new ResetResult.Refused("there is no breaker \"" + name + "\"; there are "
                + String.join(", ", breakers.stream().map(Breaker::name).toList()));
    }

    private boolean hasCooledOff(Breaker each, long nowMs) {
        BreakerRule rule = each.rule(policy);
        return each.isTripped()
                && rule.coolOffMs() > 0
                && nowMs - each.latch().sinceMs() >= rule.coolOffMs()
                && each.isOver();
    }

    private void change(long nowMs, String by, UnaryOperator<Breaker> next, List<BreakerTransition> transitions) {
        for (int i = 0; i < breakers.size(); i++) {
            Breaker before = breakers.get(i);
            Breaker after = next.apply(before);
            breakers.set(i, after);
            if (before.stage() != after.stage()) {
                transitions.add(told(before, after, by, after.latch().note(), nowMs));
            }
        }
    }

    /** Those that are not at rest, as if they had just come to where they are: for readers who heard of none before. */
    List<BreakerTransition> standing(long nowMs) {
        return breakers.stream()
                .filter(each -> each.stage() != BreakerStage.NORMAL)
                .map(each -> told(each, each, ENGINE, each.latch().note(), nowMs))
                .toList();
    }

    private BreakerTransition told(Breaker before, Breaker after, String by, String reason, long nowMs) {
        Reading reading = after.latch().reading();
        return new BreakerTransition(
                after.kind(),
                after.scope(),
                after.name(),
                before.stage(),
                after.stage(),
                reading.valueText(),
                reading.limitText(),
                after.isTripped() ? after.rule(policy).action() : null,
                by,
                reason,
                nowMs);
    }
}
