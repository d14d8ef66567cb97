package dev.sparkstacker.engine;

/** Hears how the engine's agent fares; for metrics. Called on the engine thread and must return at once. */
public interface EngineObserver {
    /** An event was folded in. Durations are in nanoseconds of machine time. */
    void processed(long queueWaitNanos, long processingNanos);

    /** A batch was forced to the disk. */
    void forced(long nanos);

    /** The journal failed; only what reduces risk still leaves. */
    void journalFailed(String message);
}
