package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.codec.RecordCodec;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.port.JournalException;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineState;
import dev.sparkstacker.journal.FileJournal;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.journal.Snapshot;
import dev.sparkstacker.journal.Tail;
import dev.sparkstacker.journal.TailEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The engine as its journal left it: newest snapshot, then the tail. The only way to start.
 *
 * <pre>
 *  snapshot ─► engine ─┬─ events of this build      decided again, compared with the recorded commands
 *                      └─ events of another build   recorded commands applied ─► a snapshot before anything else
 * </pre>
 *
 * <p>Commands of the tail were journaled before they left; they are never sent again. Their outputs are kept for the
 * store, which may lag behind the journal.
 */
final class Recovery {
    private static final RecordCodec<EngineState> STATE = RecordCodec.forType(EngineState.class);

    /**
     * A recovered engine.
     *
     * @param engine the engine
     * @param lastSequence the last event folded in, 0 where there is none
     * @param lastVenueTimeMs venue time of that event, 0 where there is none
     * @param snapshotSequence the event the snapshot holds, 0 where there is none
     * @param outputs outputs of the tail
     * @param applied whether another build decided on any of the tail
     * @param journal where it was recovered from
     */
    record Result(
            Engine engine,
            long lastSequence,
            long lastVenueTimeMs,
            long snapshotSequence,
            List<Output> outputs,
            boolean applied,
            Recovered journal) {}

    private Recovery() {}

    /** Hash of the form of snapshots. */
    static long stateSchemaHash() {
        return STATE.schemaHash();
    }

    /** The engine's state as bytes. */
    static byte[] encode(Engine engine) {
        return STATE.toBytes(engine.state());
    }

    /**
     * Applies snapshot and tail.
     *
     * @throws RecoveryException if the tail, replayed, does not give the commands that were journaled
     */
    static Result recover(Recovered journal) throws IOException {
        return from(journal, journal.findings().snapshot());
    }

    /** Applies a snapshot, or none, and all that follows it. */
    static Result from(Recovered journal, Optional<Snapshot> snapshot) throws IOException {
        Engine engine = new Engine();
        snapshot.ifPresent(stored -> engine.load(STATE.fromBytes(stored.state())));
        long snapshotSequence = snapshot.map(Snapshot::sequence).orElse(0L);
        long lastSequence = snapshotSequence;
        List<Output> outputs = new ArrayList<>();
        JournalFold fold = new JournalFold(engine, journal.build());
        try (Tail tail = journal.tailAfter(snapshotSequence)) {
            while (tail.hasNext()) {
                TailEntry entry = tail.next();
                outputs.addAll(fold.fold(entry));
                lastSequence = entry.event().sequence();
            }
        }
        return new Result(
                engine,
                lastSequence,
                engine.state().venueTimeMs(),
                snapshotSequence,
                outputs,
                fold.hasApplied(),
                journal);
    }

    /**
     * Begins the next epoch. Where another build's decisions were applied, their result is stored first: no start after
     * this one has to apply them again.
     *
     * @throws IOException if the disk refuses; then nothing may trade
     */
    static FileJournal beginEpoch(Result recovered, long machineTimeMs) throws IOException {
        FileJournal journal = recovered.journal().beginEpoch(machineTimeMs);
        if (recovered.applied()) {
            try {
                journal.snapshot(recovered.lastSequence(), encode(recovered.engine()));
            } catch (JournalException refused) {
                journal.close();
                throw new IOException("the state after an upgrade cannot be stored: " + refused.getMessage(), refused);
            }
        }
        return journal;
    }
}
