package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.Turn;
import dev.sparkstacker.journal.FileStorage;
import dev.sparkstacker.journal.JournalEntry;
import dev.sparkstacker.journal.JournalReader;
import dev.sparkstacker.store.Projector;
import dev.sparkstacker.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Brings the store level with the journal before anything is traded. */
final class StoreStart {
    private static final int BATCH = 5_000;

    private StoreStart() {}

    /** Cuts what the journal does not hold and adds what the store lacks. */
    static void align(Store store, Recovery.Result recovered, Path journal) throws IOException {
        Projector projector = store.projector();
        projector.deleteBeyond(recovered.lastSequence());
        if (projector.checkpoint() >= recovered.snapshotSequence()) {
            apply(projector, recovered.outputs(), recovered.lastSequence());
        } else {
            rebuild(store, journal, sequence -> {});
        }
    }

    /**
     * Makes every row anew from the whole journal.
     *
     * @param progress hears the sequence reached
     */
    static void rebuild(Store store, Path journal, LongConsumer progress) throws IOException {
        Projector projector = store.projector();
        projector.truncateAll();
        Engine engine = new Engine();
        Turn turn = new Turn();
        List<Output> batch = new ArrayList<>();
        long last = 0;
        try (JournalReader reader = JournalReader.open(new FileStorage(journal))) {
            while (reader.hasNext()) {
                if (reader.next() instanceof JournalEntry.EventRecorded recorded) {
                    requireNext(journal, last, recorded.event().sequence());
                    engine.onEvent(recorded.event(), turn);
                    batch.addAll(turn.outputs());
                    last = recorded.event().sequence();
                    if (batch.size() >= BATCH) {
                        apply(projector, batch, last);
                        batch.clear();
                        progress.accept(last);
                    }
                }
            }
        }
        apply(projector, batch, last);
        progress.accept(last);
    }

    private static void requireNext(Path journal, long last, long sequence) {
        if (sequence != last + 1) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    "The journal in " + journal + " goes from event " + last + " to event " + sequence
                            + ": older segments were removed, so the store cannot be rebuilt from it.");
        }
    }

    private static void apply(Projector projector, List<Output> outputs, long lastSequence) {
        projector.apply(outputs, Math.max(lastSequence, projector.checkpoint()));
    }
}
