package dev.sparkstacker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.journal.simulated.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {
    private static final long DAY_MS = 86_400_000L;

    static long lastCommitted(Storage storage) throws IOException {
        return read(storage).stream()
                .filter(JournalEntry.Committed.class::isInstance)
                .mapToLong(entry -> ((JournalEntry.Committed) entry).lastSequence())
                .max()
                .orElse(0);
    }

    private static List<JournalEntry> read(Storage storage) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(storage)) {
            reader.forEachRemaining(entries::add);
        }
        return entries;
    }

    private static FileJournal filled(Storage storage, int events) throws IOException {
        FileJournal journal = JournalRecovery.open(storage, Samples.IDENTITY, new JournalSettings(32 * 1024, 3))
                .beginEpoch(1);
        Samples.run(journal, events);
        return journal;
    }

    @Test
    void itReadsWhatWasCommittedWhileTheJournalIsBeingWritten(@TempDir Path folder) throws IOException {
        FileStorage storage = new FileStorage(folder);
        try (FileJournal journal = filled(storage, 7)) {
            assertThat(journal.lastSequence()).isEqualTo(7);
            List<JournalEntry> entries = read(storage);
            assertThat(entries).hasSize(8);
            assertThat(entries.getFirst()).isInstanceOf(JournalEntry.SegmentBegun.class);
            assertThat(entries.get(1)).isEqualTo(new JournalEntry.EventRecorded(Samples.event(1)));
            assertThat(entries.get(6)).isEqualTo(new JournalEntry.CommandsRecorded(5, Samples.commands(5)));
            assertThat(entries.getLast()).isEqualTo(new JournalEntry.Committed(5, journal.commandsHash()));
        }
    }

    @Test
    void sealedSegmentsAreCompressedAndReadTheSame(@TempDir Path folder) throws IOException {
        FileStorage storage = new FileStorage(folder);
        filled(storage, 1_500).close();
        List<JournalEntry> before = withoutFileNames(read(storage));
        JournalMaintenance.Report report = JournalMaintenance.run(storage, RetentionPolicy.DEFAULT, 0, 0);
        assertThat(report.problems()).isEmpty();
        assertThat(report.compressed()).isNotEmpty();
        assertThat(report.deleted()).isEmpty();
        assertThat(storage.list("")).filteredOn(name -> name.endsWith(".sjl")).hasSize(1);
        assertThat(withoutFileNames(read(storage))).isEqualTo(before);
        try (Recovered again = Samples.open(storage)) {
            assertThat(Samples.checkTail(again)).isEqualTo(1_500);
        }
    }

    private static List<JournalEntry> withoutFileNames(List<JournalEntry> entries) {
        return entries.stream()
                .map(entry -> entry instanceof JournalEntry.SegmentBegun begun
                        ? new JournalEntry.SegmentBegun("", begun.header())
                        : entry)
                .toList();
    }

    @Test
    void oldSegmentsGoOnlyBelowEverySnapshotAndTheStoreAndLeaveTheirOrdersBehind(@TempDir Path folder)
            throws IOException {
        FileStorage storage = new FileStorage(folder);
        try (FileJournal journal = filled(storage, 1_000)) {
            journal.snapshot(1_000, Samples.state(1_000));
            Samples.run(journal, 1_000);
        }
        long later = 40 * DAY_MS;
        assertThat(JournalMaintenance.run(storage, RetentionPolicy.DEFAULT, later, 0)
                        .deleted())
                .isEmpty();
        assertThat(JournalMaintenance.run(storage, RetentionPolicy.DEFAULT, DAY_MS, 2_000)
                        .deleted())
                .isEmpty();
        JournalMaintenance.Report report = JournalMaintenance.run(storage, RetentionPolicy.DEFAULT, later, 2_000);
        assertThat(report.deleted()).isNotEmpty();
        assertThat(report.problems()).isEmpty();
        long first = SegmentFile.list(storage).getFirst().firstSequence();
        assertThat(first).isGreaterThan(1).isLessThanOrEqualTo(1_001);
        List<JournalEntry> entries = read(storage);
        List<JournalEntry> archived = entries.stream()
                .filter(entry -> entry instanceof JournalEntry.EventRecorded recorded
                        && recorded.event().sequence() < first)
                .toList();
        assertThat(archived).hasSize((int) ((first - 1) / 7)).hasSize((int) report.archivedEvents());
        assertThat(archived)
                .allMatch(entry ->
                        ((JournalEntry.EventRecorded) entry).event().event() instanceof AnswerEvent.OrderResting);
        assertThat(entries)
                .filteredOn(JournalEntry.CommandsRecorded.class::isInstance)
                .hasSize(400);
        try (Recovered again = Samples.open(storage)) {
            assertThat(Samples.checkTail(again)).isEqualTo(2_000);
        }
        assertThat(JournalVerifier.verify(storage).problems()).isEmpty();
    }

    @Test
    void ofASegmentThatGoesEverythingButPricesTicksAndConnectionsIsKeptForEver() {
        AccountId account = new AccountId("main");
        MarketId market = new MarketId("ETH");
        List<Event> kept = List.of(
                new AccountEvent.FundingPaid(account, market, Usd.ZERO, SignedQuantity.ZERO, Rate.ZERO, 1),
                new AccountEvent.AccountUnread(account, "timeout"),
                new AccountEvent.LiquidationReported(account, Usd.ZERO, Usd.ZERO),
                new AccountEvent.MoneyMoved(account, "0xab deposit", "deposit", Usd.ZERO, 1),
                new AnswerEvent.OrderRejected(account, ClientOrderId.mint(1, 1, 1, 0), "tick"),
                new OperatorEvent.HaltRequested(1, "cli:alice", "a look"),
                new SystemEvent.EpochStarted(1, 1, "build", "config", false),
                new SystemEvent.FaultReported("journal", true, "no space"));
        List<Event> gone = List.of(
                new MarketEvent.FeedRestored(market),
                new SystemEvent.ClockTicked(),
                new SystemEvent.Connected("market"),
                new SystemEvent.FrameMalformed("market", "json", "{"));
        assertThat(kept).allMatch(Archive::isKept);
        assertThat(gone).noneMatch(Archive::isKept);
    }

    @Test
    void everyOrderFillAndCommandOfADeletedSegmentIsStillRead(@TempDir Path folder) throws IOException {
        FileStorage storage = new FileStorage(folder);
        List<JournalEntry> before;
        try (FileJournal journal = filled(storage, 3_000)) {
            journal.snapshot(3_000, Samples.state(3_000));
            before = keptOf(read(storage));
        }
        for (int round = 0; round < 3; round++) {
            JournalMaintenance.run(storage, new RetentionPolicy(1, 1), 100 * DAY_MS, 3_000);
        }
        assertThat(SegmentFile.list(storage)).hasSize(1);
        assertThat(keptOf(read(storage))).isEqualTo(before);
        assertThat(JournalVerifier.verify(storage).problems()).isEmpty();
        Samples.open(storage).close();
    }

    private static List<JournalEntry> keptOf(List<JournalEntry> entries) {
        return entries.stream()
                .filter(entry -> entry instanceof JournalEntry.CommandsRecorded
                        || (entry instanceof JournalEntry.EventRecorded recorded
                                && Archive.isKept(recorded.event().event())))
                .toList();
    }

    @Test
    void aboveTheSizeLimitTheOldestGoSooner(@TempDir Path folder) throws IOException {
        FileStorage storage = new FileStorage(folder);
        try (FileJournal journal = filled(storage, 3_000)) {
            journal.snapshot(3_000, Samples.state(3_000));
        }
        assertThat(JournalMaintenance.run(storage, new RetentionPolicy(30, 1), 0, 3_000)
                        .deleted())
                .isNotEmpty();
        assertThat(SegmentFile.list(storage)).hasSize(1);
    }

    @Test
    void aDamagedArchiveOfASegmentIsCorruptionAndNoCrash(@TempDir Path folder) throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        filled(disk, 1_500).close();
        JournalMaintenance.run(disk, RetentionPolicy.DEFAULT, 0, 0);
        String name = disk.list("").getFirst();
        byte[] whole = disk.bytes(name);
        for (int at = 0; at < whole.length; at += 53) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 16;
            disk.put(name, damaged);
            JournalVerifier.Report report = JournalVerifier.verify(disk);
            assertThat(report.sound() || report.problems().getFirst().startsWith(name))
                    .as("flip in byte %d: %s", at, report.problems())
                    .isTrue();
        }
    }

    @Test
    void theMemoryJournalKeepsWhatItIsToldAndHashesCommandsAsTheFileDoes(@TempDir Path folder) throws IOException {
        MemoryJournal memory = MemoryJournal.keeping();
        for (long sequence = 1; sequence <= 10; sequence++) {
            memory.append(Samples.event(sequence));
            if (!Samples.commands(sequence).isEmpty()) {
                memory.append(sequence, Samples.commands(sequence));
                memory.commit();
            }
        }
        assertThat(memory.entries()).hasSize(14);
        assertThat(memory.committedSequence()).isEqualTo(10);
        MemoryJournal forgetting = MemoryJournal.forgetting();
        forgetting.append(Samples.event(1));
        forgetting.snapshot(1, Samples.state(1));
        assertThat(forgetting.entries()).isEmpty();
        assertThat(forgetting.snapshotState()).isEqualTo(Samples.state(1));
        try (FileJournal file = filled(new FileStorage(folder), 10)) {
            assertThat(memory.commandsHash()).isEqualTo(file.commandsHash());
        }
    }
}
