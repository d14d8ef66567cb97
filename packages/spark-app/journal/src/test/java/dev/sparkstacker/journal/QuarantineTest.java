package dev.sparkstacker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.journal.simulated.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A damaged journal refuses to start, and goes on from the last sure state once the damage was set aside. */
class QuarantineTest {
    private static final JournalSettings SMALL = new JournalSettings(48 * 1024, 3);
    private static final long LAST = 2_000;
    private static final long SNAPSHOT = 1_400;

    private final SimulatedDisk disk = new SimulatedDisk();

    /** Several sealed segments, a snapshot in the middle, events behind it. */
    @BeforeEach
    void aJournalWithASnapshot() throws IOException {
        FileJournal journal =
                JournalRecovery.open(disk, Samples.IDENTITY, SMALL).beginEpoch(1);
        Samples.run(journal, (int) SNAPSHOT);
        journal.snapshot(SNAPSHOT, Samples.state(SNAPSHOT));
        Samples.run(journal, (int) (LAST - SNAPSHOT));
        journal.close();
        assertThat(SegmentFile.list(disk)).hasSizeGreaterThan(4);
    }

    @Test
    void damageFarBeforeTheSnapshotStopsTheStartAndIsSetAsideWithoutLosingTheState() throws IOException {
        String damaged = SegmentFile.list(disk).get(1).name();
        long first = SegmentFile.list(disk).get(1).firstSequence();
        int at = disk.bytes(damaged).length * 7 / 10;
        flip(damaged, at);

        assertThatThrownBy(() -> Samples.open(disk)).isInstanceOfSatisfying(CorruptJournalException.class, found -> {
            assertThat(found.file()).isEqualTo(damaged);
            assertThat(found.offset()).isLessThanOrEqualTo(at);
            assertThat(found.damage().readableUpTo()).isGreaterThan(first);
            assertThat(found.damage().readableFrom())
                    .isGreaterThan(found.damage().readableUpTo());
        });
        JournalQuarantine.Report report = JournalQuarantine.run(disk, Samples.IDENTITY.stateSchemaHash());

        assertThat(report.moved()).containsExactly("quarantine/" + damaged);
        assertThat(report.goesOnAfter()).isEqualTo(LAST);
        assertThat(report.salvaged()).isPositive();
        assertThat(JournalVerifier.verify(disk).problems()).isEmpty();
        try (Recovered again = Samples.open(disk)) {
            assertThat(Samples.checkTail(again)).isEqualTo(LAST);
            again.beginEpoch(1).close();
        }
        assertThat(orders()).as("orders of the damaged segment are still told").anyMatch(s -> s > first);
    }

    @Test
    void damageBehindTheSnapshotGoesBackToTheLastSureCommit() throws IOException {
        SegmentFile damaged = SegmentFile.list(disk).stream()
                .filter(file -> file.firstSequence() > SNAPSHOT)
                .findFirst()
                .orElseThrow();
        flip(damaged.name(), disk.bytes(damaged.name()).length * 8 / 10);

        JournalQuarantine.Report report = JournalQuarantine.run(disk, Samples.IDENTITY.stateSchemaHash());

        assertThat(report.goesOnAfter()).isGreaterThan(damaged.firstSequence()).isLessThan(LAST);
        assertThat(report.knownBefore()).isEqualTo(LAST);
        assertThat(report.moved()).contains("quarantine/" + damaged.name());
        assertThat(JournalVerifier.verify(disk).problems()).isEmpty();
        try (Recovered again = Samples.open(disk)) {
            assertThat(Samples.checkTail(again)).isEqualTo(report.goesOnAfter());
            assertThat(again.findings().cleanStop()).isFalse();
            assertThat(again.nextEpoch()).isEqualTo(2);
            FileJournal journal = again.beginEpoch(1);
            Samples.run(journal, 10);
            journal.close();
        }
        assertThat(JournalVerifier.verify(disk).problems()).isEmpty();
    }

    @Test
    void damageJustBeforeTheSnapshotLeavesTheSnapshotToGoOnFrom() throws IOException {
        SegmentFile holder = SegmentFile.list(disk).stream()
                .filter(file -> file.firstSequence() < SNAPSHOT)
                .reduce((one, later) -> later)
                .orElseThrow();
        int atCommit = Math.toIntExact(endOf(holder, SNAPSHOT - 20));
        flip(holder.name(), atCommit + 10);
        long before = inspect(holder).reachesTo();
        assertThat(before).isLessThan(SNAPSHOT);

        JournalQuarantine.Report report = JournalQuarantine.run(disk, Samples.IDENTITY.stateSchemaHash());

        assertThat(report.goesOnAfter()).isEqualTo(SNAPSHOT);
        try (Recovered again = Samples.open(disk)) {
            assertThat(again.findings().snapshot().orElseThrow().state()).isEqualTo(Samples.state(SNAPSHOT));
            assertThat(again.findings().lastSequence()).isEqualTo(SNAPSHOT);
            assertThat(again.nextEpoch()).isEqualTo(2);
            FileJournal journal = again.beginEpoch(1);
            Samples.run(journal, 10);
            journal.close();
        }
        assertThat(JournalVerifier.verify(disk).problems()).isEmpty();
        try (Recovered again = Samples.open(disk)) {
            assertThat(Samples.checkTail(again)).isEqualTo(SNAPSHOT + 10);
        }
    }

    @Test
    void whereNothingIsSureANewRunBegins() throws IOException {
        for (SegmentFile file : SegmentFile.list(disk)) {
            flip(file.name(), 20);
        }
        flip(SnapshotStore.name(SNAPSHOT), 40);
        int run = header(disk).run();

        JournalQuarantine.Report report = JournalQuarantine.run(disk, Samples.IDENTITY.stateSchemaHash());

        assertThat(report.goesOnAfter()).isZero();
        try (Recovered fresh = Samples.open(disk)) {
            assertThat(fresh.findings().run()).isNotEqualTo(run);
            assertThat(fresh.findings().lastSequence()).isZero();
        }
    }

    @Test
    void aSoundJournalIsLeftAlone() throws IOException {
        var before = disk.image();
        assertThat(JournalQuarantine.run(disk, Samples.IDENTITY.stateSchemaHash())
                        .moved())
                .isEmpty();
        assertThat(disk.image().keySet()).isEqualTo(before.keySet());
    }

    @Test
    void aRunningInstanceIsNotQuarantined() throws IOException {
        flip(SegmentFile.list(disk).getFirst().name(), 40_000);
        disk.lock(JournalRecovery.LOCK);
        assertThatThrownBy(() -> JournalQuarantine.run(disk, Samples.IDENTITY.stateSchemaHash()))
                .isInstanceOf(JournalLockedException.class);
    }

    @Test
    void whateverIsDamagedAStartWorksAfterwards() throws IOException {
        int cases = Campaign.cases(400, 20_000);
        int newRuns = 0;
        for (int seed = 0; seed < cases; seed++) {
            Random random = new Random(seed);
            SimulatedDisk copy = disk.fork();
            List<String> files = List.copyOf(copy.image().keySet());
            for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
                damage(copy, files.get(random.nextInt(files.size())), random);
            }
            JournalQuarantine.Report report = JournalQuarantine.run(copy, Samples.IDENTITY.stateSchemaHash());
            assertThat(JournalVerifier.verify(copy).problems())
                    .as("seed %d", seed)
                    .isEmpty();
            try (Recovered again = Samples.open(copy)) {
                long last = Samples.checkTail(again);
                assertThat(report.moved().isEmpty() || last == report.goesOnAfter())
                        .as("seed %d: %s, but the start knows event %d", seed, report, last)
                        .isTrue();
                newRuns += last == 0 ? 1 : 0;
                FileJournal journal = again.beginEpoch(1);
                Samples.run(journal, 5);
                journal.close();
            }
        }
        assertThat(newRuns).isLessThan(cases / 10);
    }

    private static void damage(SimulatedDisk copy, String name, Random random) throws IOException {
        boolean gone = !copy.image().containsKey(name);
        if (gone) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> copy.delete(name);
            case 1 -> copy.truncate(name, random.nextInt(copy.bytes(name).length + 1));
            default -> {
                byte[] bytes = copy.bytes(name);
                if (bytes.length > 0) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    copy.put(name, bytes);
                }
            }
        }
    }

    private void flip(String name, int at) {
        byte[] bytes = disk.bytes(name);
        bytes[at] ^= 4;
        disk.put(name, bytes);
    }

    /** Where the commit of an event ends. */
    private long endOf(SegmentFile file, long sequence) throws IOException {
        try (SegmentScanner scanner = new SegmentScanner(disk, file)) {
            while (scanner.next() != null && scanner.committedSequence() < sequence) {
                // On to that commit.
            }
            return scanner.committedEnd();
        }
    }

    private InspectedSegment inspect(SegmentFile file) throws IOException {
        return InspectedSegment.all(disk, ForcedMark.read(disk)).stream()
                .filter(segment -> segment.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static ForcedMark header(Storage storage) throws IOException {
        return ForcedMark.read(storage).orElseThrow();
    }

    private List<Long> orders() throws IOException {
        try (JournalReader reader = JournalReader.open(disk)) {
            List<Long> sequences = new ArrayList<>();
            while (reader.hasNext()) {
                if (reader.next() instanceof JournalEntry.EventRecorded(var event)
                        && event.event() instanceof AnswerEvent.OrderResting) {
                    sequences.add(event.sequence());
                }
            }
            return sequences;
        }
    }
}
