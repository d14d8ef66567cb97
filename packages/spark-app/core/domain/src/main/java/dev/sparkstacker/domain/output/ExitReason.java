package dev.sparkstacker.domain.output;

/** Why a position ended. */
public enum ExitReason {
    STOP_LOSS,
    TAKE_PROFIT,
    OPPOSITE_SIGNAL,
    MAX_HOLD,
    LINKED_LEG,
    PROTECTION_MISSING,
    OPERATOR,
    LIQUIDATION,
    FOREIGN
}
