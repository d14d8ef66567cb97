package dev.sparkstacker.risk.breaker;

/** What became of a person's wish to reset a breaker. */
public sealed interface ResetResult {
    /** It is reset. */
    record Done(BreakerTransition transition) implements ResetResult {}

    /** It is not, in words for the person. */
    record Refused(String why) implements ResetResult {}
}
