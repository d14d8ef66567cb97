package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.port.JournalException;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineAgent;
import dev.sparkstacker.journal.FileJournal;

/** Stores a snapshot each so many events, on the engine thread between batches, so that recovery stays short. */
final class Snapshots {
    private static final long EVERY_EVENTS = 50_000;

    private final Engine engine;
    private final EngineAgent agent;
    private final FileJournal journal;
    private long last;

    Snapshots(Engine engine, EngineAgent agent, FileJournal journal) {
        this.engine = engine;
        this.agent = agent;
        this.journal = journal;
        this.last = agent.sequence();
    }

    void takeIfDue() {
        if (agent.sequence() - last >= EVERY_EVENTS) {
            take();
        }
    }

    /** Stores one now. A snapshot that cannot be stored costs only time at the next start. */
    void take() {
        last = agent.sequence();
        if (agent.hasJournalFailed()) {
            return;
        }
        try {
            journal.snapshot(agent.sequence(), Recovery.encode(engine));
        } catch (JournalException refused) {
            // The journal has told of it already, or the next batch will; trading does not depend on a snapshot.
            last = agent.sequence();
        }
    }
}
