package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.OrderState;
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
            "operator PartialHaltRequested",
            "operator PartialResumeRequested",
            "operator BreakerResetRequested",
            "operator rests by hand",
            "operator rests reduce-only by hand",
            "breaker reset by a person",
            "reason KILL_SWITCH",
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

    /** What takes no faults. */
    private static final List<String> ALWAYS = List.of(
            "order NEW -> SENT",
            "order SENT -> FILLED",
            "order SENT -> RESTING",
            "order SENT -> REJECTED",
            "order RESTING -> CANCELLED",
            "order RESTING -> TRIGGERED",
            "order TRIGGERED -> FILLED",
            "unknown positions ADOPT",
            "unknown positions CLOSE",
            "unknown positions HALT",
            "setting macd",
            "setting macd with a hedge",
            "setting ma-cross",
            "setting ma-cross with a hedge",
            "setting macd with a hedge in another market",
            "setting two strategies on one account",
            "setting ma-cross and a flaw",
            "setting macd and super-signal relaxed",
            "setting macd and super-signal legacy",
            "reason NO_CROSSOVER",
            "reason NO_SIGNAL",
            "reason NOT_EXTREME",
            "reason NO_DIVERGENCE",
            "reason NO_ROTATION",
            "exit EXIT_SIGNAL",
            "exit OPPOSITE_SIGNAL",
            "exit LINKED_LEG",
            "exit MAX_HOLD",
            "exit HEDGE_RULE",
            "exit BREAKER",
            "incident hedge_rule_applied");

    /** What limits and flaws of the drawn configurations refuse. */
    private static final List<String> LIMITS = List.of(
            "reason WARMING_UP",
            "reason HISTOGRAM_TOO_SMALL",
            "reason LEVERAGE_TOO_LOW",
            "reason LEVERAGE_TOO_HIGH",
            "reason BELOW_MIN_NOTIONAL",
            "reason BELOW_MIN_ORDER_SIZE",
            "reason MAX_ORDER_RATE",
            "reason ROUNDS_TO_ZERO",
            "reason OPPOSITE_ON_NET_ACCOUNT",
            "reason OUTSIDE_SCHEDULE",
            "reason BOOK_TOO_THIN",
            "reason SPREAD_TOO_WIDE",
            "reason SLIPPAGE_TOO_HIGH",
            "reason PRICE_COLLAR",
            "reason DAILY_BUDGET",
            "reason COOLING_DOWN",
            "reason NO_EDGE",
            "reason STOP_BEYOND_LIQUIDATION",
            "reason STOP_ON_WRONG_SIDE",
            "reason TARGET_INVALID",
            "reason MAX_TOTAL_EXPOSURE",
            "reason MAX_CONCURRENT_POSITIONS",
            "reason WORST_CASE_EXPOSURE",
            "reason BREAKER_TRIPPED",
            "reason ALREADY_IN_POSITION",
            "breaker DAILY_LOSS NORMAL -> WARNING",
            "breaker DAILY_LOSS TRIPPED -> NORMAL",
            "breaker DRAWDOWN NORMAL -> WARNING",
            "breaker DRAWDOWN WARNING -> NORMAL",
            "breaker DRAWDOWN WARNING -> TRIPPED",
            "breaker DRAWDOWN TRIPPED -> NORMAL",
            "breaker LOSS_STREAK NORMAL -> TRIPPED",
            "breaker LOSS_STREAK TRIPPED -> NORMAL",
            "breaker action HALT",
            "breaker action FLATTEN",
            "breaker reset by itself");

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

    /** Every edge of an order's life, as its states allow them. */
    static List<String> edges() {
        List<String> edges = new ArrayList<>(List.of("order NEW -> " + OrderState.SENT));
        for (OrderState state : OrderState.values()) {
            state.successors().forEach(next -> edges.add("order " + state + " -> " + next));
        }
        return edges;
    }

    /** Edges, reasons, ends of trades and incidents that are neither required nor excused, or both: somebody must decide. */
    static List<String> undecided() {
        List<String> codes = edges();
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
        required.addAll(LIMITS);
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
