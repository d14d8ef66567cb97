package dev.sparkstacker.domain.output;

/** Why a position ended. */
public enum ExitReason {
    STOP_LOSS,
    TAKE_PROFIT,
    OPPOSITE_SIGNAL,
    EXIT_SIGNAL,
    MAX_HOLD,
    LINKED_LEG,
    HEDGE_RULE,
    PROTECTION_MISSING,
    OPERATOR,
    LIQUIDATION,
    FOREIGN,
    /** A circuit breaker tripped whose policy is to flatten. */
    BREAKER
}
