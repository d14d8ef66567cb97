package dev.sparkstacker.app.config.model;

/** What is done at the venue in an emergency. */
public enum EmergencyAction {
    /** Cancels everything but the reduce-only stops and targets of open positions. */
    HALT,
    /** Closes every position first, reduce-only; cancels what rests once the venue says flat. */
    FLATTEN;

    /** Of two actions the one that takes more risk away. */
    public EmergencyAction or(EmergencyAction other) {
        return this == FLATTEN ? this : other;
    }
}
