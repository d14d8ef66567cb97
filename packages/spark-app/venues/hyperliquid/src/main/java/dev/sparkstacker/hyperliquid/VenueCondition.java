package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.wire.info.ExchangeStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether the venue as a whole works, as far as its heartbeat tells: a special state, or two heartbeats in a row that were
 * not answered, are maintenance. Entries then wait; exits and cancels are tried all the same.
 *
 * <pre>
 *              special state, or the second heartbeat missed
 *   works ────────────────────────────────────────────────────► maintenance
 *     ▲                                                             │
 *     └──────────────── a heartbeat without a special state ────────┘
 * </pre>
 */
final class VenueCondition {
    private static final int MISSED_IN_A_ROW = 2;
    private static final int LONGEST = 200;

    private int missed;
    private @Nullable String maintenance;

    /** Takes a heartbeat. */
    void heard(ExchangeStatus status) {
        missed = 0;
        JsonNode special = status.specialStatuses();
        boolean none = special == null || special.isNull() || (special.isContainer() && special.isEmpty());
        maintenance = none ? null : shortened("the venue is in a special state: " + special);
    }

    /** A heartbeat was not answered. */
    void missed(String detail) {
        missed++;
        if (missed >= MISSED_IN_A_ROW) {
            maintenance = shortened("the venue's heartbeat was missed " + missed + " times: " + detail);
        }
    }

    /** Why the venue counts as in maintenance, or null. */
    @Nullable
    String maintenance() {
        return maintenance;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
