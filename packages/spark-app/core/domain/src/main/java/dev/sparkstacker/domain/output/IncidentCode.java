package dev.sparkstacker.domain.output;

import java.util.Locale;

/** The closed list of incidents that the engine raises, with how much each matters. The catalogue documents each. */
public enum IncidentCode {
    HEDGE_LEG_FAILED(Severity.WARNING),
    HEDGE_RULE_APPLIED(Severity.INFO),
    FEED_DEGRADED(Severity.WARNING),
    UNKNOWN_ACCOUNT(Severity.ERROR),
    LIQUIDATION(Severity.CRITICAL),
    LEVERAGE_UNCONFIRMED(Severity.WARNING),
    FRAME_MALFORMED(Severity.WARNING),
    COMPONENT_FAILED(Severity.CRITICAL),
    FOREIGN_FILL(Severity.ERROR),
    LATE_ENTRY_FILL(Severity.ERROR),
    RECONCILIATION_MISMATCH(Severity.CRITICAL),
    POSITION_ADOPTED(Severity.ERROR),
    UNKNOWN_POSITION_CLOSING(Severity.ERROR),
    UNKNOWN_POSITION_CLOSED(Severity.WARNING),
    HALT_NOT_VERIFIED(Severity.CRITICAL),
    /** Raised beside the engine, which is silent then. */
    GUARD_TOOK_OVER(Severity.CRITICAL);

    private final Severity severity;
    private final String code;

    IncidentCode(Severity severity) {
        this.severity = severity;
        this.code = name().toLowerCase(Locale.ROOT);
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }

    /** Its name in the catalogue, such as {@code foreign_fill}. */
    public String code() {
        return code;
    }
}
