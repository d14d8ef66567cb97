package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was hit, and how often: faults, edges of an order's life, reasons, ends of trades. Seeds' coverages add up. */
public final class Coverage {
    private final Map<String, Long> hits = new TreeMap<>();

    /** Counts a hit. */
    public void hit(String what) {
        hit(what, 1);
    }

    private void hit(String what, long times) {
        hits.merge(what, times, Long::sum);
    }

    void saw(Output output) {
        switch (output) {
            case Output.BarJudged judged when judged.reason() != null -> hit("reason " + judged.reason());
            case Output.EntryDenied denied -> hit("reason " + denied.reason());
            case Output.TradeClosed closed -> hit("exit " + closed.reason());
            case Output.IncidentRaised incident -> hit("incident " + incident.code());
            case Output.TradingStateChanged changed -> hit("state " + changed.state());
            case Output.BreakerChanged changed -> sawBreaker(changed);
            default -> {
                // Counted elsewhere, or of no interest for coverage.
            }
        }
    }

    private void sawBreaker(Output.BreakerChanged changed) {
        hit("breaker " + changed.breaker() + " " + changed.from() + " -> " + changed.to());
        if (changed.to() == BreakerStage.TRIPPED) {
            hit("breaker action " + changed.action());
        } else if (changed.from() == BreakerStage.TRIPPED) {
            hit(changed.by().equals("cool-off") ? "breaker reset by itself" : "breaker reset by a person");
        }
    }

    void sawEdge(@Nullable OrderState before, OrderState after) {
        hit("order " + (before == null ? "NEW" : before) + " -> " + after);
    }

    /** Takes over what struck at the venue's edges. */
    public void take(FaultPlan faults) {
        for (FaultPlan.Coverage hook : faults.coverage()) {
            hit("fault " + hook.edge() + "." + hook.kind(), hook.struck());
        }
    }

    /** Adds another coverage. */
    public void add(Coverage other) {
        other.hits.forEach(this::hit);
    }

    /** How often something was hit. */
    public long of(String what) {
        return hits.getOrDefault(what, 0L);
    }

    /** How often a reason was given. */
    public long of(Reason reason) {
        return of("reason " + reason);
    }

    /** Everything with its count, also what is known and was never hit. */
    public Map<String, Long> hits() {
        return new TreeMap<>(hits);
    }
}
