package dev.sparkstacker.simulator.world;

import dev.sparkstacker.domain.codec.RecordCodec;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineState;
import dev.sparkstacker.engine.Turn;
import dev.sparkstacker.journal.JournalEntry;
import dev.sparkstacker.journal.JournalReader;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.journal.Snapshot;
import dev.sparkstacker.journal.Storage;
import dev.sparkstacker.journal.Tail;
import dev.sparkstacker.journal.TailEntry;
import dev.sparkstacker.simulator.check.InvariantBroken;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** An engine from its journal: as a start does it, and from zero, to compare. */
final class Recovery {
    private static final RecordCodec<EngineState> STATE = RecordCodec.forType(EngineState.class);

    /**
     * A recovered engine.
     *
     * @param lastSequence the last event folded in, 0 where there is none
     * @param outputs everything the journal's events told, from the first one on
     */
    record Result(Engine engine, long lastSequence, List<Output> outputs) {}

    private Recovery() {}

    /** Hash of the form of snapshots. */
    static long stateSchemaHash() {
        return STATE.schemaHash();
    }

    /** An engine's whole state as bytes. */
    static byte[] bytes(Engine engine) {
        return STATE.toBytes(engine.state());
    }

    /** Newest snapshot, then the tail; the same from zero must give the same state. */
    static Result recover(Recovered journal, ZeroReplay zero) throws IOException {
        Engine engine = new Engine();
        long last = 0;
        if (journal.findings().snapshot().isPresent()) {
            Snapshot snapshot = journal.findings().snapshot().get();
            engine.load(STATE.fromBytes(snapshot.state()));
            last = snapshot.sequence();
        }
        Turn turn = new Turn();
        try (Tail tail = journal.tail()) {
            while (tail.hasNext()) {
                TailEntry entry = tail.next();
                engine.onEvent(entry.event(), turn);
                requireSameCommands(entry, turn);
                last = entry.event().sequence();
            }
        }
        zero.catchUp(journal);
        requireSame(zero.engine(), engine, "recovery at event " + last);
        return new Result(engine, last, zero.outputs());
    }

    /** Folds in every committed event of a journal. */
    static Engine fromZero(Storage storage) throws IOException {
        Engine engine = new Engine();
        Turn turn = new Turn();
        try (JournalReader reader = JournalReader.open(storage)) {
            while (reader.hasNext()) {
                if (reader.next() instanceof JournalEntry.EventRecorded(var stamped)) {
                    engine.onEvent(stamped, turn);
                }
            }
        }
        return engine;
    }

    /** A replayed event must cause what it caused when it was decided. */
    static void requireSameCommands(TailEntry entry, Turn replayed) {
        if (!entry.commands().equals(replayed.commands())) {
            throw new InvariantBroken(
                    "replay gives the same commands",
                    "event " + entry.event() + " caused " + entry.commands() + ", replayed " + replayed.commands());
        }
    }

    /** Two engines must be in the same state, bit for bit. */
    static void requireSame(Engine fromZero, Engine other, String where) {
        if (!Arrays.equals(bytes(fromZero), bytes(other))) {
            throw new InvariantBroken(
                    "replay from zero gives the same state",
                    where + ": " + fromZero.state() + " is not " + other.state());
        }
    }
}
