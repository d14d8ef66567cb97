package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.port.JournalException;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineAgent;
import dev.sparkstacker.journal.FileJournal;
import java.util.function.Consumer;

/** Stores a snapshot each so many events, on the engine thread between batches, so that recovery stays short. */
final class Snapshots {
    private final Engine engine;
    private final EngineAgent agent;
    private final FileJournal journal;
    private final long everyEvents;
    private final Consumer<JournalException> onFailure;
    private long last;

    /**
     * Takes none yet.
     *
     * @param everyEvents events between two
     * @param onFailure hears of a snapshot that could not be stored
     */
    Snapshots(
            Engine engine,
            EngineAgent agent,
            FileJournal journal,
            long everyEvents,
            Consumer<JournalException> onFailure) {
        this.engine = engine;
        this.agent = agent;
        this.journal = journal;
        this.everyEvents = everyEvents;
        this.onFailure = onFailure;
        this.last = agent.sequence();
    }

    void takeIfDue() {
        if (agent.sequence() - last >= everyEvents) {
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
            onFailure.accept(refused);
        }
    }
}
