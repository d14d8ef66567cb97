package dev.sparkstacker.domain;

/** Why an order exists. */
public enum OrderPurpose {
    ENTRY,
    STOP,
    TARGET,
    EXIT;

    /** Whether the order can only make a position smaller. */
    public boolean reducesOnly() {
        return this != ENTRY;
    }
}
