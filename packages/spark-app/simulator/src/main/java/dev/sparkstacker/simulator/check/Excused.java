package dev.sparkstacker.simulator.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reasons, ends of trades and incidents that no range of seeds must have hit, each with why. */
final class Excused {
    private static final String NOT_CONFIGURED = "no setting is configured so that it can come about";
    private static final String BY_LUCK = "takes more coincidence than 200 seeds are sure to bring";
    private static final String NOT_SIMULATED =
            "told by the composition root or a person's tools, which are not simulated";

    private static final Map<String, String> ALL = all();

    private Excused() {}

    private static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        for (String reason : List.of(
                "WARMING_UP",
                "HISTOGRAM_TOO_SMALL",
                "INSTRUMENT_UNKNOWN",
                "LEVERAGE_TOO_LOW",
                "LEVERAGE_TOO_HIGH",
                "BELOW_MIN_NOTIONAL",
                "BELOW_MIN_ORDER_SIZE",
                "MAX_ORDER_SIZE",
                "MAX_ORDER_RATE",
                "ROUNDS_TO_ZERO",
                "MAX_POSITION_SIZE",
                "OPPOSITE_ON_NET_ACCOUNT",
                "OUTSIDE_SCHEDULE",
                "BOOK_TOO_THIN",
                "SPREAD_TOO_WIDE",
                "SLIPPAGE_TOO_HIGH",
                "PRICE_COLLAR",
                "DAILY_BUDGET",
                "COOLING_DOWN",
                "NO_EDGE",
                "SIGNAL_TOO_WEAK",
                "TREND_AGAINST",
                "STOP_BEYOND_LIQUIDATION",
                "STOP_MISSING",
                "STOP_ON_WRONG_SIDE",
                "TARGET_INVALID")) {
            all.put("reason " + reason, NOT_CONFIGURED);
        }
        for (String reason : List.of(
                "ALREADY_IN_POSITION",
                "POSITION_NOT_FLAT",
                "NOT_RECONCILED",
                "NO_QUOTE",
                "NO_MARK",
                "LEVERAGE_UNCONFIRMED",
                "MARGIN_MODE_UNCONFIRMED",
                "MAX_TOTAL_EXPOSURE",
                "MAX_CONCURRENT_POSITIONS",
                "WORST_CASE_EXPOSURE",
                "DUPLICATE_ENTRY",
                "JOURNAL_FAILED",
                "LINKED_LEG_FAILED",
                "STOPPING",
                "HISTORICAL_BAR",
                "BREAKER_TRIPPED",
                "EQUITY_UNKNOWN",
                "NO_POSITION",
                "PART_ALREADY_EXITED",
                "STOP_NOT_TIGHTER",
                "STOP_STEP_TOO_SMALL",
                "STOP_THROUGH_MARK",
                "NEAR_MISS",
                "NOT_AT_LOCATION",
                "TREND_EMBEDDED")) {
            all.put("reason " + reason, BY_LUCK);
        }
        all.put("reason KILL_SWITCH", NOT_SIMULATED);
        all.put("reason DUPLICATE_SIGNAL", NOT_SIMULATED);
        all.put("exit HEDGE_RULE", NOT_CONFIGURED);
        all.put("exit MAX_HOLD", BY_LUCK);
        all.put("exit BREAKER", NOT_CONFIGURED);
        for (String incident : List.of(
                "hedge_leg_failed",
                "late_entry_fill",
                "reconciliation_mismatch",
                "unknown_position_closing",
                "unknown_position_closed",
                "halt_not_verified")) {
            all.put("incident " + incident, BY_LUCK);
        }
        for (String incident : List.of("hedge_rule_applied", "position_adopted", "unknown_account")) {
            all.put("incident " + incident, NOT_CONFIGURED);
        }
        all.put("incident guard_took_over", NOT_SIMULATED);
        return all;
    }

    /** Why it is not required, or null where nobody said why. */
    static @Nullable String why(String code) {
        return ALL.get(code);
    }
}
