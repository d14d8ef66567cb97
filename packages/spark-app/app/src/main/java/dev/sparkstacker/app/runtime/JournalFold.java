package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.RecordedTail;
import dev.sparkstacker.engine.Turn;
import dev.sparkstacker.journal.TailEntry;
import java.util.List;

/**
 * Folds journaled events into an engine. What this build decided is decided again and must come out the same; what
 * another build decided is taken as recorded. Nothing is sent.
 */
final class JournalFold {
    private final Engine engine;
    private final String build;
    private final RecordedTail recorded;
    private final Turn turn = new Turn();
    private boolean applied;

    /** @param build which code this is */
    JournalFold(Engine engine, String build) {
        this.engine = engine;
        this.build = build;
        this.recorded = new RecordedTail(engine);
    }

    /**
     * Folds in one entry; returns what is told of it, until the next.
     *
     * @throws RecoveryException if this build once gave other commands than it gives now
     */
    List<Output> fold(TailEntry entry) {
        if (entry.writtenBy().build().equals(build)) {
            engine.onEvent(entry.event(), turn);
            requireEqual(entry, turn.commands());
        } else {
            applied = true;
            recorded.apply(entry.event(), entry.commands(), turn);
        }
        return turn.outputs();
    }

    /** Whether anything was taken as recorded instead of being decided again. */
    boolean hasApplied() {
        return applied;
    }

    private static void requireEqual(TailEntry entry, List<Command> replayed) {
        if (!entry.commands().equals(replayed)) {
            throw new RecoveryException("Replaying event " + entry.event().sequence()
                    + " does not give the commands that were journaled: recorded " + entry.commands() + ", replayed "
                    + replayed + ". Nothing is traded. Run './spark-stacker replay' for the whole comparison.");
        }
    }
}
