package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.journal.FileStorage;
import dev.sparkstacker.journal.Snapshot;
import dev.sparkstacker.journal.Tail;
import dev.sparkstacker.journal.TailEntry;
import dev.sparkstacker.store.Projector;
import dev.sparkstacker.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Brings the store level with the journal before anything is traded.
 *
 * <pre>
 *  store at or behind the newest snapshot?
 *    at or after it     outputs of the tail
 *    before it          outputs from the newest older snapshot that the store has reached
 *    before them all    everything anew, as long as the journal still begins with its first event;
 *                       otherwise the rows that cannot be made any more stay away
 * </pre>
 */
final class StoreStart {
    private static final int BATCH = 5_000;

    private StoreStart() {}

    /**
     * Cuts what the journal does not hold and adds what the store lacks.
     *
     * @return what cannot be added, for a person; empty where the store is whole
     */
    static Optional<String> align(Store store, Recovery.Result recovered, Path journal) throws IOException {
        Projector projector = store.projector();
        projector.deleteBeyond(recovered.lastSequence());
        long checkpoint = projector.checkpoint();
        if (checkpoint >= recovered.snapshotSequence()) {
            apply(projector, recovered.outputs(), recovered.lastSequence());
            return Optional.empty();
        }
        Optional<Snapshot> older = recovered.journal().snapshotAtOrBefore(checkpoint);
        if (older.isPresent()) {
            Recovery.Result behind = Recovery.from(recovered.journal(), older);
            apply(projector, behind.outputs(), behind.lastSequence());
            return Optional.empty();
        }
        if (recovered.journal().isWhole()) {
            rebuild(store, journal, sequence -> {});
            return Optional.empty();
        }
        apply(projector, recovered.outputs(), recovered.lastSequence());
        return Optional.of("The store ends at event " + checkpoint + ", and what followed up to event "
                + recovered.snapshotSequence() + " was removed from the journal by retention: its rows are missing.");
    }

    /**
     * Makes every row anew from the whole journal.
     *
     * @param progress hears the sequence reached
     */
    static void rebuild(Store store, Path journal, LongConsumer progress) throws IOException {
        Projector projector = store.projector();
        projector.truncateAll();
        JournalFold fold = new JournalFold(new Engine(), Build.current().id());
        List<Output> batch = new ArrayList<>();
        long last = 0;
        try (Tail all = Tail.ofAll(new FileStorage(journal))) {
            while (all.hasNext()) {
                TailEntry entry = all.next();
                requireNext(journal, last, entry.event().sequence());
                batch.addAll(fold.fold(entry));
                last = entry.event().sequence();
                if (batch.size() >= BATCH) {
                    apply(projector, batch, last);
                    batch.clear();
                    progress.accept(last);
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
