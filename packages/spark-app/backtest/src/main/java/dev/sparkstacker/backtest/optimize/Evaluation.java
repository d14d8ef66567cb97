package dev.sparkstacker.backtest.optimize;

/** Runs one candidate over one window. Thread-safe: several run at once. */
@FunctionalInterface
public interface Evaluation {
    /** What came of it; where the candidate's parameters contradict each other or its run fails, it is refused with the reason. */
    Outcome run(Task task);
}
