package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSink;
import dev.sparkstacker.domain.codec.StateHash;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SignalEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Extracts what is kept for ever of a segment that goes: every account and operator event, every answer, every command,
 * and the starts and configurations they belong to. The file {@code archive-<first sequence, 20 digits>.sjl} has a
 * segment's form; its sequences have gaps.
 */
final class Archive implements Closeable {
    private final SegmentWriter writer;
    private final JournalCodecs codecs;
    private long commandsHash;
    private long lastSequence;
    private long venueMs;
    private long machineMs;
    private long kept;

    private Archive(SegmentWriter writer, SegmentHeader header, JournalCodecs codecs) {
        this.writer = writer;
        this.codecs = codecs;
        commandsHash = header.commandsHash();
        lastSequence = header.firstSequence() - 1;
        machineMs = header.openedAtMs();
    }

    /** Extracts a sealed segment into its archive file, durably. @return events kept */
    static long extract(Storage storage, JournalCodecs codecs, SegmentFile segment, SegmentSummary summary)
            throws IOException {
        SegmentHeader from = summary.header();
        SegmentHeader header = from.asArchive();
        String name = SegmentFile.archiveName(segment.firstSequence());
        String unfinished = name + ".part.tmp";
        long kept;
        try (Archive archive =
                        new Archive(SegmentWriter.create(storage, unfinished, header, new ByteSink()), header, codecs);
                JournalReader reader = new JournalReader(storage, codecs, List.of(segment), summary.committedBytes())) {
            while (reader.hasNext()) {
                archive.take(reader.next());
            }
            archive.writer.commit(archive.lastSequence, archive.venueMs, archive.machineMs, archive.commandsHash);
            kept = archive.kept;
        }
        storage.rename(unfinished, name);
        storage.syncFolder("");
        return kept;
    }

    private void take(JournalEntry entry) throws IOException {
        switch (entry) {
            case JournalEntry.EventRecorded(Stamped event) -> take(event);
            case JournalEntry.CommandsRecorded(long cause, List<Command> commands) -> take(cause, commands);
            case JournalEntry.SegmentBegun begun -> {}
            case JournalEntry.Committed committed -> {}
            case JournalEntry.SnapshotStored stored -> {}
            case JournalEntry.OrderlyStop stop -> {}
        }
    }

    private void take(Stamped event) throws IOException {
        venueMs = event.venueTimeMs();
        machineMs = event.machineTimeMs();
        if (isKept(event.event())) {
            int start = writer.begin(RecordType.EVENT, event.sequence(), venueMs, machineMs);
            codecs.encode(event.event(), writer.payload());
            writer.end(start);
            lastSequence = event.sequence();
            kept++;
        }
    }

    private void take(long cause, List<Command> commands) throws IOException {
        int start = writer.begin(RecordType.COMMANDS, cause, venueMs, machineMs);
        ByteSink payload = writer.payload();
        codecs.encode(commands, payload);
        int from = start + RecordFormat.HEAD_BYTES;
        commandsHash =
                StateHash.extend(StateHash.extend(commandsHash, cause), payload.array(), from, payload.size() - from);
        writer.end(start);
        lastSequence = cause;
    }

    /** Whether an event is one of those kept for ever. */
    static boolean isKept(Event event) {
        return switch (event) {
            case MarketEvent market -> false;
            case AccountEvent account -> true;
            case AnswerEvent answer -> true;
            case OperatorEvent operator -> true;
            case SignalEvent signal -> true;
            case SystemEvent.EpochStarted started -> true;
            case SystemEvent.Configured configured -> true;
            case SystemEvent.FaultReported fault -> true;
            case SystemEvent.ClockTicked ticked -> false;
            case SystemEvent.Connected connected -> false;
            case SystemEvent.Disconnected disconnected -> false;
            case SystemEvent.FrameMalformed malformed -> false;
        };
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
