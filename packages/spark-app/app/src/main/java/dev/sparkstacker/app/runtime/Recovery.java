package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.codec.RecordCodec;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineState;
import dev.sparkstacker.engine.Turn;
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
 * <p>Commands of the tail were journaled before they left; they are compared, never sent again. Their outputs are kept
 * for the store, which may lag behind the journal.
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
     */
    record Result(
            Engine engine, long lastSequence, long lastVenueTimeMs, long snapshotSequence, List<Output> outputs) {}

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
        Engine engine = new Engine();
        Optional<Snapshot> snapshot = journal.findings().snapshot();
        snapshot.ifPresent(stored -> engine.load(STATE.fromBytes(stored.state())));
        long snapshotSequence = snapshot.map(Snapshot::sequence).orElse(0L);
        long lastSequence = snapshotSequence;
        List<Output> outputs = new ArrayList<>();
        Turn turn = new Turn();
        boolean sameBuild = journal.tailIsOurs();
        try (Tail tail = journal.tail()) {
            while (tail.hasNext()) {
                TailEntry entry = tail.next();
                engine.onEvent(entry.event(), turn);
                if (sameBuild) {
                    requireEqual(entry, turn.commands());
                }
                outputs.addAll(turn.outputs());
                lastSequence = entry.event().sequence();
            }
        }
        return new Result(engine, lastSequence, engine.state().venueTimeMs(), snapshotSequence, outputs);
    }

    private static void requireEqual(TailEntry entry, List<Command> replayed) {
        if (!entry.commands().equals(replayed)) {
            throw new RecoveryException("Replaying event " + entry.event().sequence()
                    + " does not give the commands that were journaled: recorded " + entry.commands() + ", replayed "
                    + replayed + ". Nothing is traded. Run './spark-stacker replay' for the whole comparison.");
        }
    }
}
