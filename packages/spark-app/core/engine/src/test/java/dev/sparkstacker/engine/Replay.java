package dev.sparkstacker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.codec.RecordCodec;
import java.util.List;

/** Folds a journal into an engine again and compares what comes out with what was journaled. */
final class Replay {
    private static final RecordCodec<EngineState> CODEC = RecordCodec.forType(EngineState.class);

    private Replay() {}

    static Engine fromZero(List<MemoryJournal.Entry> entries) {
        Engine engine = EngineScenario.newEngine();
        fold(engine, entries);
        return engine;
    }

    /** From the state after the first {@code snapshotAt} events, through its bytes, on to the end. */
    static Engine fromSnapshot(List<MemoryJournal.Entry> entries, int snapshotAt) {
        byte[] snapshot = bytes(fromZero(entries.subList(0, snapshotAt)));
        Engine engine = EngineScenario.newEngine();
        engine.load(CODEC.fromBytes(snapshot));
        assertThat(bytes(engine)).as("a loaded snapshot is what was saved").isEqualTo(snapshot);
        fold(engine, entries.subList(snapshotAt, entries.size()));
        return engine;
    }

    static byte[] bytes(Engine engine) {
        return CODEC.toBytes(engine.state());
    }

    private static void fold(Engine engine, List<MemoryJournal.Entry> entries) {
        Turn turn = new Turn();
        for (MemoryJournal.Entry entry : entries) {
            engine.onEvent(entry.event(), turn);
            assertThat(turn.commands())
                    .as("commands of event %s", entry.event())
                    .isEqualTo(entry.commands());
        }
    }
}
