package dev.sparkstacker.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.Turn;
import dev.sparkstacker.journal.FileJournal;
import dev.sparkstacker.journal.JournalIdentity;
import dev.sparkstacker.journal.JournalRecovery;
import dev.sparkstacker.journal.JournalSettings;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.journal.simulated.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Carried on from start to start, it is always what a fold of the whole journal gives. */
class ZeroReplayTest {
    private static final JournalIdentity IDENTITY =
            new JournalIdentity("simulated", "scene", Recovery.stateSchemaHash());

    private final ZeroReplay replay = new ZeroReplay();

    private static Stamped event(long sequence) {
        return new Stamped(
                sequence,
                sequence * 10,
                sequence * 20,
                new SystemEvent.EpochStarted(1, (int) sequence, "simulated", "scene", sequence % 2 == 0));
    }

    private static Recovered open(SimulatedDisk disk) throws IOException {
        return JournalRecovery.open(disk, IDENTITY, JournalSettings.DEFAULT);
    }

    private static void append(SimulatedDisk disk, long from, long to) throws IOException {
        try (FileJournal journal = open(disk).beginEpoch(1)) {
            for (long sequence = from; sequence <= to; sequence++) {
                journal.append(event(sequence));
            }
            journal.commit();
        }
    }

    private void requireUpTo(long last, SimulatedDisk disk) throws IOException {
        try (Recovered journal = open(disk)) {
            replay.catchUp(journal);
        }
        Engine expected = new Engine();
        Turn turn = new Turn();
        List<Output> told = new ArrayList<>();
        for (long sequence = 1; sequence <= last; sequence++) {
            expected.onEvent(event(sequence), turn);
            told.addAll(turn.outputs());
        }
        assertThat(Recovery.bytes(replay.engine())).isEqualTo(Recovery.bytes(expected));
        assertThat(replay.outputs()).isEqualTo(told).hasSizeGreaterThanOrEqualTo((int) last);
    }

    @Test
    void itGoesOnWhereItWasAndBeginsAgainWhereAJournalLostItsEnd() throws IOException {
        SimulatedDisk whole = new SimulatedDisk();
        append(whole, 1, 4);
        requireUpTo(4, whole);
        requireUpTo(4, whole);
        append(whole, 5, 9);
        requireUpTo(9, whole);

        SimulatedDisk shorter = new SimulatedDisk();
        append(shorter, 1, 6);
        requireUpTo(6, shorter);
        append(shorter, 7, 8);
        requireUpTo(8, shorter);
    }
}
