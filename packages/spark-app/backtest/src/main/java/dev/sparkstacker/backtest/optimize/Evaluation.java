package dev.sparkstacker.backtest.optimize;

/** Runs one candidate over one window. Thread-safe: several run at once. */
@FunctionalInterface
public interface Evaluation {
    /** What came of it; a strategy that cannot be made with the candidate's parameters is refused, not an error. */
    Outcome run(Task task);
}
