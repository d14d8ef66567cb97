package dev.sparkstacker.engine;

import dev.sparkstacker.domain.event.Stamped;

/** Hears how the engine's agent fares; for metrics. Called on the engine thread and must return at once. */
public interface EngineObserver {
    /** An event was folded in, in so many nanoseconds of machine time. */
    void processed(Stamped stamped, long nanos);

    /** A batch was forced to the disk. */
    void forced(long nanos);

    /** The journal failed; only what reduces risk still leaves. */
    void journalFailed(String message);
}
