package dev.sparkstacker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.journal.simulated.SimulatedDisk;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a crash tears is cut; what was forced and is not there any more is corruption. */
class TornJournalTest {
    private static final String FIRST = SegmentFile.plainName(1);
    private static final int CUT_BYTES = 8192;
    private static final int FLIPPED_BYTES = 64 * 1024;

    @Test
    void aTailCutAtAnyByteRecoversToAPrefixThatEndsAtACommitWhereNothingProvesMore() throws IOException {
        SimulatedDisk disk = committed(1_003);
        byte[] whole = disk.bytes(FIRST);
        long before = Long.MAX_VALUE;
        for (int cut = 0; cut <= CUT_BYTES; cut++) {
            SimulatedDisk copy = new SimulatedDisk();
            copy.put(FIRST, Arrays.copyOf(whole, whole.length - cut));
            try (Recovered recovered = Samples.open(copy)) {
                long last = recovered.findings().lastSequence();
                assertThat(last % 5).as("cut of %d bytes ends at a commit", cut).isZero();
                assertThat(last).isLessThanOrEqualTo(before);
                before = last;
                if (cut % 97 == 0) {
                    Samples.checkTail(recovered);
                    recovered.beginEpoch(2).close();
                    assertThat(JournalVerifier.verify(copy).problems()).isEmpty();
                }
            }
        }
        assertThat(before).isLessThan(1_000);
    }

    @Test
    void aTailCutAtAnyByteThatWasForcedIsCorruptionWhileTheMarkIsThere() throws IOException {
        SimulatedDisk disk = committed(1_003);
        byte[] whole = disk.bytes(FIRST);
        byte[] mark = disk.bytes(ForcedMark.FILE);
        for (int cut = 1; cut <= CUT_BYTES; cut++) {
            SimulatedDisk copy = new SimulatedDisk();
            copy.put(FIRST, Arrays.copyOf(whole, whole.length - cut));
            copy.put(ForcedMark.FILE, mark);
            int left = whole.length - cut;
            assertThatThrownBy(() -> Samples.open(copy))
                    .as("cut of %d bytes", cut)
                    .isInstanceOfSatisfying(CorruptJournalException.class, found -> {
                        assertThat(found.file()).isEqualTo(FIRST);
                        assertThat(found.offset()).isLessThanOrEqualTo(left);
                        assertThat(found).hasMessageContaining("--quarantine");
                    });
        }
    }

    @Test
    void anyFlippedBitIsCorruptionOrLiesInTheLastBatchOfAJournalWithoutAMark() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        FileJournal journal = Samples.begin(disk);
        while (disk.bytes(FIRST).length < FLIPPED_BYTES) {
            Samples.step(journal);
        }
        Samples.run(journal, 3);
        journal.close();
        byte[] whole = disk.bytes(FIRST);
        byte[] mark = disk.bytes(ForcedMark.FILE);
        long committed = JournalReaderTest.lastCommitted(disk);
        long seed = 9;
        Random random = new Random(seed);
        int flips = Campaign.cases(4_096, 4_096 + 524_288);
        int corrupt = 0;
        for (int i = 0; i < flips; i++) {
            boolean marked = i % 2 == 0;
            int at = random.nextInt(whole.length);
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            SimulatedDisk copy = new SimulatedDisk();
            copy.put(FIRST, damaged);
            if (marked) {
                copy.put(ForcedMark.FILE, mark);
            }
            try (Recovered recovered = Samples.open(copy)) {
                assertThat(marked)
                        .as("seed %d: flip in byte %d goes unseen although its force is proved", seed, at)
                        .isFalse();
                assertThat(recovered.findings().lastSequence())
                        .as("flip in byte %d", at)
                        .isEqualTo(committed - 5);
                assertThat(at).isGreaterThan(whole.length - 600);
                Samples.checkTail(recovered);
            } catch (CorruptJournalException detected) {
                corrupt++;
                assertThat(detected.offset()).isLessThanOrEqualTo(at);
                assertThat(copy.bytes(FIRST)).as("nothing was changed").isEqualTo(damaged);
            }
        }
        System.out.println("bit flips: " + flips + ", found as corruption: " + corrupt + ", seed " + seed);
        assertThat(corrupt).isGreaterThan(flips * 97 / 100);
    }

    @Test
    void aDamagedMarkProvesLessAndNeverAccusesAWholeJournal() throws IOException {
        SimulatedDisk disk = committed(40);
        byte[] mark = disk.bytes(ForcedMark.FILE);
        byte[] whole = disk.bytes(FIRST);
        for (int slot : new int[] {0, ForcedMark.SLOT_DISTANCE}) {
            for (int bit = 0; bit < ForcedMark.SLOT_BYTES * 8; bit++) {
                byte[] damaged = mark.clone();
                damaged[slot + bit / 8] ^= (byte) (1 << bit % 8);
                SimulatedDisk copy = new SimulatedDisk();
                copy.put(FIRST, whole);
                copy.put(ForcedMark.FILE, damaged);
                try (Recovered recovered = Samples.open(copy)) {
                    assertThat(recovered.findings().lastSequence()).isEqualTo(40);
                }
            }
        }
    }

    @Test
    void theLostNewestSegmentIsNoticedAndNoEpochIsGivenTwice() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        FileJournal journal = JournalRecovery.open(disk, Samples.IDENTITY, new JournalSettings(32 * 1024, 3))
                .beginEpoch(1);
        Samples.run(journal, 1_000);
        journal.close();
        disk.delete(SegmentFile.list(disk).getLast().name());
        assertThatThrownBy(() -> Samples.open(disk))
                .isInstanceOf(CorruptJournalException.class)
                .hasMessageContaining("the file is gone")
                .hasMessageContaining("events up to 1000");
        assertThat(JournalVerifier.verify(disk).sound()).isFalse();

        for (SegmentFile file : SegmentFile.list(disk)) {
            disk.delete(file.name());
        }
        assertThatThrownBy(() -> Samples.open(disk))
                .as("an empty folder with a mark is no new journal")
                .isInstanceOf(CorruptJournalException.class);
    }

    @Test
    void aMarkThatAPowerCutTookBackDoesNotStandAgainstTheJournal() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            SimulatedDisk disk = new SimulatedDisk();
            FileJournal journal = Samples.begin(disk);
            Random random = new Random(seed);
            Samples.run(journal, 5 + random.nextInt(40));
            long committed = journal.lastSequence() / 5 * 5;
            disk.crash(random);
            try (Recovered again = Samples.open(disk)) {
                assertThat(Samples.checkTail(again)).as("seed %d", seed).isGreaterThanOrEqualTo(committed);
            }
        }
    }

    private static SimulatedDisk committed(int events) throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        FileJournal journal = Samples.begin(disk);
        Samples.run(journal, events);
        journal.close();
        return disk;
    }
}
