package dev.sparkstacker.simulator.check;

import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.simulator.FaultFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a long enough range must have hit: every fault hook, every edge of an order's life and every reason that can be
 * reached in the simulated scene. What cannot be is named here with why.
 */
public final class Required {
    /** The connector never modifies an order: it places anew and cancels. */
    private static final Set<String> UNREACHABLE_FAULTS = Set.of("fault modify.halfFailedModify");

    private static final List<String> NETWORK = List.of("network cut", "network refused", "network slow");
    private static final List<String> VENUE = List.of("venue price shock", "exit STOP_LOSS", "exit TAKE_PROFIT");
    private static final List<String> DISK = List.of(
            "disk IO_ERROR", "disk NO_SPACE", "disk FORCE_FAILS", "disk slow", "journal failed", "start refused");
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
            "stop in order",
            "exit OPERATOR",
            "exit FOREIGN",
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
            "reason NO_CROSSOVER",
            "exit OPPOSITE_SIGNAL",
            "exit LINKED_LEG");

    /** With faults of messages, besides. */
    private static final List<String> UNKNOWN = List.of(
            "order SENT -> UNKNOWN",
            "order UNKNOWN -> ABSENT",
            "order UNKNOWN -> FILLED",
            "order UNKNOWN -> RESTING",
            "order UNKNOWN -> REJECTED",
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
