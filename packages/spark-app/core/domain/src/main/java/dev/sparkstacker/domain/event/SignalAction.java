package dev.sparkstacker.domain.event;

/** What a signal from outside asks for. */
public enum SignalAction {
    /** Be long: leave a short, enter a long. */
    BUY,
    /** Be short: leave a long, enter a short. */
    SELL,
    /** Hold nothing. */
    CLOSE
}
