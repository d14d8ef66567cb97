package dev.sparkstacker.domain.output;

/** What a strategy made of a closed bar. */
public enum Verdict {
    /** It entered, or asked to. */
    ENTER,
    /** It exited, or asked to. */
    EXIT,
    /** It exits one side and means to enter the other. */
    REVERSE,
    /** It changes an open position: closes a part of it or moves its stop. */
    ADJUST,
    /** It looked and did nothing. */
    NO_TRADE,
    /** It has not seen enough bars. */
    WARMING_UP
}
