package dev.sparkstacker.domain;

/** Whether a trigger order protects against a loss or takes a profit. */
public enum TriggerKind {
    STOP_LOSS,
    TAKE_PROFIT
}
