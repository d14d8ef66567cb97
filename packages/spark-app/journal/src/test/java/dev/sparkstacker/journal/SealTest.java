package dev.sparkstacker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.journal.simulated.SimulatedDisk;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sealed segments: what a start sees of them without reading them, and what reading all of them finds. */
class SealTest {
    private static final JournalSettings SMALL = new JournalSettings(64 * 1024, 3);

    @Test
    void anOldSegmentThatWasCutSwappedOrTakenAwayStopsTheStart() throws IOException {
        SimulatedDisk disk = journal(2_000);
        List<SegmentFile> files = SegmentFile.list(disk);
        String old = files.get(1).name();

        SimulatedDisk cut = disk.fork();
        cut.put(old, Arrays.copyOf(cut.bytes(old), cut.bytes(old).length - 1));
        requireCorrupt(cut, old, "was sealed with");

        SimulatedDisk gone = disk.fork();
        gone.delete(old);
        requireCorrupt(gone, files.get(2).name(), "is gone, and so is its archive");

        SimulatedDisk swapped = disk.fork();
        SimulatedDisk other = journal(1_999);
        swapped.put(old, other.bytes(old));
        requireCorrupt(swapped, "", "another run");
    }

    @Test
    void anOldCompressedSegmentWithAnotherEndStopsTheStart() throws IOException {
        SimulatedDisk disk = journal(2_000);
        JournalMaintenance.run(disk, RetentionPolicy.DEFAULT, 0, 0);
        String old = SegmentFile.list(disk).get(1).name();
        assertThat(old).endsWith(".gz");
        byte[] bytes = disk.bytes(old);
        bytes[bytes.length - 5] ^= 1;
        disk.put(old, bytes);
        requireCorrupt(disk, old, "checksum and length it was sealed with");
    }

    @Test
    void scrubbingFindsAnyFlippedBitOfAnyOldSegmentCompressedOrNot() throws IOException {
        for (boolean compressed : new boolean[] {false, true}) {
            SimulatedDisk disk = journal(2_000);
            if (compressed) {
                JournalMaintenance.run(disk, RetentionPolicy.DEFAULT, 0, 0);
            }
            assertThat(JournalScrub.run(disk, () -> false)).isEmpty();
            Set<String> named = new TreeSet<>();
            List<SegmentFile> sealed = SegmentFile.list(disk);
            sealed.removeLast();
            for (SegmentFile file : sealed) {
                SimulatedDisk copy = disk.fork();
                byte[] bytes = copy.bytes(file.name());
                bytes[bytes.length / 2] ^= 32;
                copy.put(file.name(), bytes);
                List<Damage> found = JournalScrub.run(copy, () -> false);
                assertThat(found).as(file.name()).isNotEmpty();
                named.add(found.getFirst().file());
            }
            assertThat(named).hasSize(sealed.size());
        }
    }

    @Test
    void aScrubThatIsStoppedEndsEarly() throws IOException {
        SimulatedDisk disk = journal(2_000);
        String old = SegmentFile.list(disk).get(1).name();
        byte[] bytes = disk.bytes(old);
        bytes[bytes.length - 2_000] ^= 1;
        disk.put(old, bytes);
        assertThat(JournalScrub.run(disk, () -> true)).isEmpty();
        assertThat(JournalScrub.run(disk, () -> false)).hasSize(1);
    }

    private static SimulatedDisk journal(int events) throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        FileJournal journal =
                JournalRecovery.open(disk, Samples.IDENTITY, SMALL).beginEpoch(1);
        Samples.run(journal, events);
        journal.snapshot(events, Samples.state(events));
        journal.close();
        return disk;
    }

    private static void requireCorrupt(Storage storage, String file, String why) {
        assertThatThrownBy(() -> Samples.open(storage))
                .isInstanceOf(CorruptJournalException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(why);
    }
}
