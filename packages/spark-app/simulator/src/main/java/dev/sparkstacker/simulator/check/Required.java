package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.simulator.FaultFamily;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a long enough range must have hit: every fault hook, every edge of an order's life, every reason, end of a trade and
 * incident that the simulated settings can reach often. What they cannot, or only by rare luck, is {@link Excused} with why.
 */
public final class Required {
    /** The connector never modifies an order: it places anew and cancels. */
    private static final Set<String> UNREACHABLE_FAULTS = Set.of("fault modify.halfFailedModify");

    private static final List<String> NETWORK = List.of("network cut", "network refused", "network slow");
    private static final List<String> VENUE = List.of(
            "venue price shock",
            "venue cascade",
            "venue phase POST_ONLY",
            "venue phase CANCEL_ONLY",
            "venue phase HALTED",
            "order TRIGGERED -> REJECTED",
            "exit STOP_LOSS",
            "exit TAKE_PROFIT",
            "exit LIQUIDATION",
            "incident liquidation",
            "incident leverage_unconfirmed");
    private static final List<String> DISK = List.of(
            "disk IO_ERROR",
            "disk NO_SPACE",
            "disk FORCE_FAILS",
            "disk slow",
            "journal failed",
            "start refused",
            "incident component_failed");
    private static final List<String> CLOCK = List.of("clock jump");
    private static final List<String> CRASH =
            List.of("crash power cut", "crash kill", "recovery torn tail", "recovery clean tail");
    private static final List<String> OPERATOR = List.of(
            "operator HaltRequested",
            "operator ResumeRequested",
            "operator FlattenRequested",
            "operator CloseRequested",
            "operator StopRequested",
            "operator closes by hand",
            "operator opens by hand",
            "operator deposits",
            "operator withdraws",
            "stop in order",
            "exit OPERATOR",
            "exit FOREIGN",
            "incident foreign_fill",
            "state HALTED",
            "state FLATTENING");

    /**
     * Edges of an order's life. A trigger order that is unanswered and then fires goes by RESTING; an entry is never
     * cancelled while unanswered.
     */
    private static final List<String> ALWAYS = List.of(
            "order NEW -> SENT",
            "order SENT -> FILLED",
            "order SENT -> RESTING",
            "order SENT -> REJECTED",
            "order RESTING -> CANCELLED",
            "order RESTING -> TRIGGERED",
            "order TRIGGERED -> FILLED",
            "setting macd",
            "setting macd with a hedge",
            "setting ma-cross",
            "setting ma-cross with a hedge",
            "setting macd and super-signal relaxed",
            "setting macd and super-signal legacy",
            "reason NO_CROSSOVER",
            "reason NO_SIGNAL",
            "reason NOT_EXTREME",
            "reason NO_DIVERGENCE",
            "reason NO_ROTATION",
            "exit EXIT_SIGNAL",
            "exit OPPOSITE_SIGNAL",
            "exit LINKED_LEG");

    /** With faults of messages, besides. */
    private static final List<String> UNKNOWN = List.of(
            "order SENT -> UNKNOWN",
            "order UNKNOWN -> ABSENT",
            "order UNKNOWN -> FILLED",
            "order UNKNOWN -> RESTING",
            "order UNKNOWN -> REJECTED",
            "incident feed_degraded",
            "incident frame_malformed",
            "exit PROTECTION_MISSING",
            "reason FEED_DEGRADED",
            "reason STALE_QUOTE",
            "reason SIGNAL_EXPIRED",
            "reason NOT_ACTIVE");

    private Required() {}

    /** What was not hit, though the families make it possible. */
    public static List<String> missing(Coverage coverage, Set<FaultFamily> families) {
        List<String> missing = new ArrayList<>();
        for (String what : required(families)) {
            if (coverage.of(what) == 0) {
                missing.add(what);
            }
        }
        return missing;
    }

    /** Reasons, ends of trades and incidents that are neither required nor excused, or both: somebody must decide. */
    static List<String> undecided() {
        List<String> codes = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            codes.add("reason " + reason);
        }
        for (ExitReason reason : ExitReason.values()) {
            codes.add("exit " + reason);
        }
        for (IncidentCode incident : IncidentCode.values()) {
            codes.add("incident " + incident.name().toLowerCase(Locale.ROOT));
        }
        List<String> required = required(EnumSet.allOf(FaultFamily.class));
        return codes.stream()
                .filter(code -> required.contains(code) == (Excused.why(code) != null))
                .toList();
    }

    private static List<String> required(Set<FaultFamily> families) {
        List<String> required = new ArrayList<>(ALWAYS);
        for (FaultFamily family : families) {
            switch (family) {
                case NETWORK -> {
                    required.addAll(NETWORK);
                    required.addAll(UNKNOWN);
                    required.addAll(hooks(false));
                }
                case VENUE -> {
                    required.addAll(VENUE);
                    required.addAll(hooks(true));
                }
                case DISK -> required.addAll(DISK);
                case CLOCK -> required.addAll(CLOCK);
                case CRASH -> required.addAll(CRASH);
                case OPERATOR -> required.addAll(OPERATOR);
            }
        }
        return required;
    }

    /** The venue's own hooks, or those of messages. */
    private static List<String> hooks(boolean ofVenue) {
        List<String> hooks = new ArrayList<>();
        for (Edge<?> edge : Edge.all()) {
            for (String kind : edge.kinds()) {
                boolean venueKind =
                        kind.endsWith("Feed") || kind.endsWith("Leverage") || kind.equals("halfFailedModify");
                String hook = "fault " + edge.name() + "." + kind;
                if (venueKind == ofVenue && !UNREACHABLE_FAULTS.contains(hook)) {
                    hooks.add(hook);
                }
            }
        }
        return hooks;
    }
}
