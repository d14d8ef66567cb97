package dev.sparkstacker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.port.JournalException;
import dev.sparkstacker.journal.simulated.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalRecoveryTest {
    private static final String FIRST = SegmentFile.plainName(1);

    @Test
    void whatWasCommittedComesBackWithItsCommandsAndWhatWasNotIsCut(@TempDir Path folder) throws IOException {
        int run;
        try (Recovered fresh = JournalRecovery.open(folder, Samples.IDENTITY, JournalSettings.DEFAULT)) {
            run = fresh.findings().run();
            assertThat(fresh.nextEpoch()).isEqualTo(1);
            try (FileJournal journal = fresh.beginEpoch(5)) {
                Samples.run(journal, 12);
            }
        }
        try (Recovered again = JournalRecovery.open(folder, Samples.IDENTITY, JournalSettings.DEFAULT)) {
            assertThat(Samples.checkTail(again)).isEqualTo(10);
            assertThat(again.findings().run()).isEqualTo(run);
            assertThat(again.findings().lastEpoch()).isEqualTo(1);
            assertThat(again.findings().cleanStop()).isFalse();
            assertThat(again.findings().tailBuilds()).containsExactly("build-1");
            try (FileJournal journal = again.beginEpoch(6)) {
                assertThat(journal.lastSequence()).isEqualTo(10);
                Samples.run(journal, 5);
            }
        }
        assertThat(JournalVerifier.verify(new FileStorage(folder)).lines())
                .last()
                .isEqualTo("sound");
    }

    @Test
    void anOrderlyStopWithASnapshotIsACleanStopAndNeedsNoReplay(@TempDir Path folder) throws IOException {
        FileStorage storage = new FileStorage(folder);
        FileJournal journal = Samples.begin(storage);
        Samples.run(journal, 13);
        journal.snapshot(13, Samples.state(13));
        journal.closeInOrder();
        try (Recovered again = Samples.open(storage)) {
            assertThat(again.findings().cleanStop()).isTrue();
            assertThat(again.findings().tailEvents()).isZero();
            assertThat(again.findings().snapshot().orElseThrow().state()).isEqualTo(Samples.state(13));
            assertThat(again.tail().hasNext()).isFalse();
        }
    }

    @Test
    void aSnapshotWithoutAnOrderlyStopIsNoCleanStop(@TempDir Path folder) throws IOException {
        FileStorage storage = new FileStorage(folder);
        FileJournal journal = Samples.begin(storage);
        Samples.run(journal, 10);
        journal.snapshot(10, Samples.state(10));
        journal.close();
        try (Recovered again = Samples.open(storage)) {
            assertThat(again.findings().cleanStop()).isFalse();
            assertThat(again.findings().tailEvents()).isZero();
        }
    }

    @Test
    void aSecondInstanceOnTheSameFolderIsToldSo(@TempDir Path folder) throws IOException {
        FileStorage storage = new FileStorage(folder);
        try (FileJournal journal = Samples.begin(storage)) {
            assertThat(journal.lastSequence()).isZero();
            assertThatThrownBy(() -> Samples.open(storage))
                    .isInstanceOf(JournalLockedException.class)
                    .hasMessageContaining("in use by another Spark Stacker")
                    .hasMessageContaining("--data-dir");
        }
        Samples.open(storage).close();
    }

    @Test
    void segmentsRollBetweenBatchesAndTheTailRunsThroughAll(@TempDir Path folder) throws IOException {
        FileStorage storage = new FileStorage(folder);
        JournalSettings tiny = new JournalSettings(32 * 1024, 3);
        FileJournal journal =
                JournalRecovery.open(storage, Samples.IDENTITY, tiny).beginEpoch(1);
        Samples.run(journal, 2_000);
        journal.close();
        assertThat(SegmentFile.list(storage)).hasSizeGreaterThan(4);
        try (Recovered again = Samples.open(storage)) {
            assertThat(Samples.checkTail(again)).isEqualTo(2_000);
            assertThat(again.findings().commandsHash()).isEqualTo(journal.commandsHash());
        }
    }

    @Test
    void aTailMayBeginAfterAnyEventOfASegment() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        FileJournal journal = Samples.begin(disk);
        Samples.run(journal, 20);
        journal.close();
        try (Recovered again = Samples.open(disk)) {
            for (long after = 0; after <= 20; after++) {
                long next = after;
                try (Tail tail = again.tailAfter(after)) {
                    while (tail.hasNext()) {
                        TailEntry entry = tail.next();
                        next++;
                        assertThat(entry.event()).isEqualTo(Samples.event(next));
                        assertThat(entry.commands()).isEqualTo(Samples.commands(next));
                    }
                }
                assertThat(next).as("last of the tail after %s", after).isEqualTo(20);
            }
        }
    }

    @Test
    void theRunKeepsItsIdAndEveryStartANewEpochEvenIfNothingHappens(@TempDir Path folder) throws IOException {
        FileStorage storage = new FileStorage(folder);
        int run = 0;
        for (int epoch = 1; epoch <= 4; epoch++) {
            try (Recovered recovered = Samples.open(storage)) {
                run = epoch == 1 ? recovered.findings().run() : run;
                assertThat(recovered.nextEpoch()).isEqualTo(epoch);
                assertThat(recovered.findings().run()).isEqualTo(run);
                recovered.beginEpoch(epoch).close();
            }
        }
    }

    @Test
    void damageBeforeTicksThatFollowedTheLastCommitIsCorruptionAndNotATornTail() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        FileJournal journal = Samples.begin(disk);
        Samples.run(journal, 10);
        int committedBytes = disk.bytes(FIRST).length;
        for (int i = 0; i < 4; i++) {
            Samples.step(journal);
        }
        journal.snapshot(14, Samples.state(14));
        journal.close();
        byte[] damaged = disk.bytes(FIRST);
        damaged[committedBytes - 20] ^= 1;
        SimulatedDisk copy = new SimulatedDisk();
        copy.put(FIRST, damaged);
        assertThatThrownBy(() -> Samples.open(copy))
                .isInstanceOf(CorruptJournalException.class)
                .hasMessageContaining("proves that it had been committed");
    }

    @Test
    void damageInASealedSegmentOfTheTailIsCorruption() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        FileJournal journal = JournalRecovery.open(disk, Samples.IDENTITY, new JournalSettings(32 * 1024, 3))
                .beginEpoch(1);
        Samples.run(journal, 1_000);
        journal.close();
        byte[] damaged = disk.bytes(FIRST);
        damaged[damaged.length - 1] ^= 1;
        disk.put(FIRST, damaged);
        assertThatThrownBy(() -> Samples.open(disk))
                .isInstanceOf(CorruptJournalException.class)
                .hasMessageContaining("in a sealed segment");
        assertThat(JournalVerifier.verify(disk).problems()).isNotEmpty();
    }

    @Test
    void whenTheNewestSnapshotIsDamagedTheOneBeforeItServes() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        FileJournal journal = Samples.begin(disk);
        for (int snapshot = 0; snapshot < 5; snapshot++) {
            Samples.run(journal, 10);
            journal.snapshot(journal.lastSequence(), Samples.state(journal.lastSequence()));
        }
        journal.close();
        assertThat(disk.list(SnapshotStore.FOLDER)).hasSize(3);
        byte[] damaged = disk.bytes(SnapshotStore.name(50));
        damaged[damaged.length - 1] ^= 4;
        disk.put(SnapshotStore.name(50), damaged);
        try (Recovered again = Samples.open(disk)) {
            assertThat(again.findings().snapshot().orElseThrow().sequence()).isEqualTo(40);
            assertThat(again.findings().refusedSnapshots()).hasSize(1);
            assertThat(again.findings().refusedSnapshots().getFirst()).contains("checksum");
            assertThat(Samples.checkTail(again)).isEqualTo(50);
        }
    }

    @Test
    void aSnapshotOfAnotherFormOrBeyondTheLastCommitIsNotUsed() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        FileJournal journal = Samples.begin(disk);
        Samples.run(journal, 10);
        byte[] committed = disk.bytes(FIRST);
        Samples.run(journal, 10);
        journal.snapshot(20, Samples.state(20));
        journal.close();
        try (Recovered other =
                JournalRecovery.open(disk, new JournalIdentity("build-2", "config-1", 78), JournalSettings.DEFAULT)) {
            assertThat(other.findings().snapshot()).isEmpty();
            assertThat(other.tailIsOurs()).isFalse();
            assertThat(Samples.checkTail(other)).isEqualTo(20);
        }
        SimulatedDisk older = new SimulatedDisk();
        older.put(FIRST, committed);
        older.put(SnapshotStore.name(20), disk.bytes(SnapshotStore.name(20)));
        try (Recovered cut = Samples.open(older)) {
            assertThat(cut.findings().snapshot()).isEmpty();
            assertThat(cut.findings().lastSequence()).isEqualTo(10);
            cut.beginEpoch(1).close();
        }
        assertThat(older.list(SnapshotStore.FOLDER)).isEmpty();
    }

    @Test
    void aSnapshotWithoutAnySegmentIsNotTakenForANewJournal() {
        SimulatedDisk disk = new SimulatedDisk();
        disk.put(SnapshotStore.name(50), new byte[10]);
        assertThatThrownBy(() -> Samples.open(disk))
                .isInstanceOf(CorruptJournalException.class)
                .hasMessageContaining("no segment");
    }

    @Test
    void aJournalThatFailedOnceTakesNothingMoreAndLosesNothingCommitted() throws IOException {
        for (int k = 1; k <= 120; k++) {
            SimulatedDisk disk = new SimulatedDisk();
            FileJournal journal = JournalRecovery.open(disk, Samples.IDENTITY, new JournalSettings(20 * 1024, 3))
                    .beginEpoch(1);
            long committed = 0;
            disk.failAt(k, false);
            boolean failed = false;
            for (int i = 0; i < 400 && !failed; i++) {
                try {
                    Samples.step(journal);
                    committed = journal.lastSequence() / 5 * 5;
                } catch (JournalException expected) {
                    failed = true;
                }
            }
            assertThat(failed).as("operation %d fails", k).isTrue();
            assertThatThrownBy(journal::commit).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> journal.append(Samples.event(journal.lastSequence() + 1)))
                    .isInstanceOf(JournalException.class);
            disk.crash(new Random(k));
            try (Recovered again = Samples.open(disk)) {
                assertThat(Samples.checkTail(again)).as("operation %d", k).isGreaterThanOrEqualTo(committed);
            }
        }
    }

    @Test
    void aPowerCutAtAnyMomentLosesNothingCommittedAndNeverLooksLikeCorruption() throws IOException {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            SimulatedDisk disk = new SimulatedDisk();
            long committed = 0;
            for (int life = 0; life < 4; life++) {
                disk.failAt(1 + random.nextInt(60), true);
                try (Recovered recovered =
                        JournalRecovery.open(disk, Samples.IDENTITY, new JournalSettings(16 * 1024, 2))) {
                    assertThat(Samples.checkTail(recovered))
                            .as("seed %d, life %d", seed, life)
                            .isGreaterThanOrEqualTo(committed);
                    committed = live(recovered, random, committed);
                } catch (IOException failedToStart) {
                    assertThat(failedToStart).hasMessageContaining("Simulated");
                }
                disk.heal();
                disk.crash(random);
            }
            try (Recovered recovered = Samples.open(disk)) {
                assertThat(Samples.checkTail(recovered)).as("seed %d", seed).isGreaterThanOrEqualTo(committed);
            }
        }
    }

    private static long live(Recovered recovered, Random random, long before) throws IOException {
        FileJournal journal = recovered.beginEpoch(1);
        long committed = Math.max(before, journal.lastSequence());
        try {
            for (int i = random.nextInt(300); i > 0; i--) {
                Samples.step(journal);
                committed = Math.max(committed, journal.lastSequence() / 5 * 5);
                if (random.nextInt(40) == 0) {
                    journal.snapshot(journal.lastSequence(), Samples.state(journal.lastSequence()));
                    committed = journal.lastSequence();
                }
            }
        } catch (JournalException powerGoes) {
            assertThat(powerGoes).hasMessageContaining("Simulated");
        }
        return committed;
    }

    @Test
    void aFullDiskIsAnErrorThatNamesItself() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        FileJournal journal = Samples.begin(disk);
        disk.capacity(disk.bytes(FIRST).length + 1_000);
        assertThatThrownBy(() -> Samples.run(journal, 100))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("No space left");
    }

    @Test
    void eventsOutOfOrderAreRefusedWithoutHarm(@TempDir Path folder) throws IOException {
        FileStorage storage = new FileStorage(folder);
        try (FileJournal journal = Samples.begin(storage)) {
            assertThatThrownBy(() -> journal.append(Samples.event(2))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> journal.append(0, Samples.commands(5)))
                    .isInstanceOf(IllegalArgumentException.class);
            Samples.run(journal, 5);
            assertThatThrownBy(() -> journal.snapshot(4, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        }
        try (Recovered again = Samples.open(storage)) {
            assertThat(Samples.checkTail(again)).isEqualTo(5);
        }
        assertThat(Files.exists(folder.resolve(FIRST))).isTrue();
    }
}
