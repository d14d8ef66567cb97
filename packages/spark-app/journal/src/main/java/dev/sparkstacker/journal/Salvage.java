package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSink;
import dev.sparkstacker.domain.codec.CodecException;
import dev.sparkstacker.domain.codec.StateHash;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Event;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Keeps of a damaged segment what is kept for ever: every whole record of an event that {@link Archive} would keep, and
 * of commands, from before and behind the damage, in an archive that stands in its place.
 */
final class Salvage implements Closeable {
    private final SegmentWriter writer;
    private final JournalCodecs codecs = new JournalCodecs();
    private long commandsHash;
    private long lastSequence;
    private long venueMs;
    private long machineMs;
    private long kept;

    private Salvage(SegmentWriter writer, SegmentHeader header) {
        this.writer = writer;
        commandsHash = header.commandsHash();
        lastSequence = header.firstSequence() - 1;
        machineMs = header.openedAtMs();
    }

    /**
     * Writes the archive.
     *
     * @param header header of the damaged segment, or one like it where that cannot be read
     * @param upTo the last event to keep
     * @return events and records of commands kept
     */
    static long extract(Storage storage, SegmentFile segment, SegmentHeader header, long upTo) throws IOException {
        return write(
                storage,
                header,
                salvage -> salvage.takeAll(RecordSearch.from(storage, segment, header, 0), header, upTo));
    }

    /** Writes an empty archive in the place of a segment of which nothing is left. */
    static void nothing(Storage storage, SegmentHeader header) throws IOException {
        write(storage, header, salvage -> {});
    }

    /** Fills an archive. */
    private interface Filling {
        void fill(Salvage salvage) throws IOException;
    }

    private static long write(Storage storage, SegmentHeader header, Filling filling) throws IOException {
        String name = SegmentFile.archiveName(header.firstSequence());
        String unfinished = name + ".part.tmp";
        long kept;
        try (Salvage salvage =
                new Salvage(SegmentWriter.create(storage, unfinished, header.asArchive(), new ByteSink()), header)) {
            filling.fill(salvage);
            salvage.writer.commit(salvage.lastSequence, salvage.venueMs, salvage.machineMs, salvage.commandsHash);
            kept = salvage.kept;
        }
        storage.rename(unfinished, name);
        storage.syncFolder("");
        return kept;
    }

    private void takeAll(RecordSearch search, SegmentHeader header, long upTo) throws IOException {
        if (header.schemaHash() != codecs.schemaHash()) {
            return;
        }
        for (RecordFormat.Head head = search.next(); head != null && head.sequence() <= upTo; head = search.next()) {
            try {
                take(head, search);
            } catch (CodecException unreadable) {
                // A whole record whose payload this build cannot read is of no use to it.
            }
        }
    }

    private void take(RecordFormat.Head head, RecordSearch search) throws IOException {
        switch (head.type()) {
            case EVENT -> {
                venueMs = head.venueTimeMs();
                machineMs = head.machineTimeMs();
                Event event = codecs.decodeEvent(search.payload());
                if (Archive.isKept(event)) {
                    int start = writer.begin(RecordType.EVENT, head.sequence(), venueMs, machineMs);
                    codecs.encode(event, writer.payload());
                    end(start, head.sequence());
                }
            }
            case COMMANDS -> {
                List<Command> commands = codecs.decodeCommands(search.payload());
                int start = writer.begin(RecordType.COMMANDS, head.sequence(), venueMs, machineMs);
                ByteSink payload = writer.payload();
                codecs.encode(commands, payload);
                int from = start + RecordFormat.HEAD_BYTES;
                commandsHash = StateHash.extend(
                        StateHash.extend(commandsHash, head.sequence()), payload.array(), from, payload.size() - from);
                end(start, head.sequence());
            }
            case COMMIT, SNAPSHOT_MARK, ORDERLY_STOP -> {}
        }
    }

    private void end(int start, long sequence) throws IOException {
        writer.end(start);
        lastSequence = sequence;
        kept++;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
