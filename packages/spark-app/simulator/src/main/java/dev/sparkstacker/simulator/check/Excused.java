package dev.sparkstacker.simulator.check;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Edges of an order's life, reasons, ends of trades and incidents that no range of seeds must have hit, each with why. */
final class Excused {
    private static final String BY_LUCK = "takes more coincidence than 200 seeds are sure to bring";
    private static final String NOT_SIMULATED =
            "told by the composition root or a person's tools, which are not simulated";
    private static final String ONLY_BY_SUGGESTION = "refuses what only a trailing or multi strategy asks for";
    private static final String CAPPED_BEFORE = "the size is lowered to this limit before the check is made";
    private static final String VENUE_WOULD_HAVE_TO =
            "the venue's listing, or the preset, would have to be another one";
    private static final String HIDDEN_BY_ANOTHER = "a check or state before it says the same first";

    private static final Map<String, String> ALL = all();

    private Excused() {}

    private static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        put(all, "reason ", CAPPED_BEFORE, "MAX_ORDER_SIZE", "MAX_POSITION_SIZE");
        put(all, "reason ", VENUE_WOULD_HAVE_TO, "INSTRUMENT_UNKNOWN", "SIGNAL_TOO_WEAK", "TREND_AGAINST");
        put(all, "reason ", HIDDEN_BY_ANOTHER, "STOP_MISSING");
        put(
                all,
                "reason ",
                ONLY_BY_SUGGESTION,
                "NO_POSITION",
                "PART_ALREADY_EXITED",
                "STOP_NOT_TIGHTER",
                "STOP_STEP_TOO_SMALL",
                "STOP_THROUGH_MARK");
        put(
                all,
                "reason ",
                BY_LUCK,
                "POSITION_NOT_FLAT",
                "NOT_RECONCILED",
                "NO_QUOTE",
                "NO_MARK",
                "LEVERAGE_UNCONFIRMED",
                "MARGIN_MODE_UNCONFIRMED",
                "DUPLICATE_ENTRY",
                "JOURNAL_FAILED",
                "LINKED_LEG_FAILED",
                "STOPPING",
                "HISTORICAL_BAR",
                "EQUITY_UNKNOWN",
                "NEAR_MISS",
                "NOT_AT_LOCATION",
                "TREND_EMBEDDED");
        put(all, "reason ", NOT_SIMULATED, "DUPLICATE_SIGNAL");
        put(
                all,
                "incident ",
                BY_LUCK,
                "hedge_leg_failed",
                "late_entry_fill",
                "halt_not_verified",
                "reconciliation_mismatch",
                "unknown_position_closed",
                "position_adopted",
                "unknown_position_closing");
        put(all, "breaker ", BY_LUCK, "DAILY_LOSS WARNING -> TRIPPED");
        put(all, "incident ", VENUE_WOULD_HAVE_TO, "unknown_account");
        put(all, "incident ", NOT_SIMULATED, "guard_took_over");
        put(
                all,
                "order ",
                BY_LUCK,
                "SENT -> TRIGGERED",
                "SENT -> CANCELLED",
                "RESTING -> FILLED",
                "RESTING -> REJECTED",
                "TRIGGERED -> RESTING",
                "TRIGGERED -> CANCELLED",
                "UNKNOWN -> TRIGGERED",
                "UNKNOWN -> CANCELLED",
                "CANCELLED -> FILLED");
        return all;
    }

    private static void put(Map<String, String> all, String kind, String why, String... codes) {
        for (String code : codes) {
            all.put(kind + code, why);
        }
    }

    /** Why it is not required, or null where nobody said why. */
    static @Nullable String why(String code) {
        return ALL.get(code);
    }
}
