package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSink;
import dev.sparkstacker.domain.codec.StateHash;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.port.Journal;
import dev.sparkstacker.domain.port.JournalException;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal on a disk. For the engine thread alone.
 *
 * <pre>
 *  journal/
 *    journal.lock
 *    segment-00000000000000000001.sjl.gz      sealed, compressed
 *    segment-00000000000000148213.sjl         being written
 *    forced.mark                              how far that was forced
 *    archive-00000000000000000001.sjl         what is kept of a deleted segment
 *    snapshots/snapshot-00000000000000148000.snp
 * </pre>
 *
 * <p>After a write or force that failed nothing since the last commit is to be trusted, and the kernel may have dropped
 * it: the journal then refuses everything, for good. Only {@link JournalRecovery} makes one.
 */
public final class FileJournal implements Journal, Closeable {
    private final Storage storage;
    private final JournalSettings settings;
    private final JournalIdentity identity;
    private final JournalCodecs codecs;
    private final SnapshotStore snapshots;
    private final Closeable lock;
    private final MarkFile marks;
    private final long firstSequence;
    private final ByteSink buffer = new ByteSink(256 * 1024);

    private SegmentHeader header;
    private SegmentWriter segment;
    private long sealedBytes;
    private long lastSequence;
    private long lastVenueMs;
    private long lastMachineMs;
    private long commandsHash;
    private @Nullable IOException failure;

    FileJournal(
            Storage storage,
            JournalSettings settings,
            JournalIdentity identity,
            JournalCodecs codecs,
            SegmentHeader header,
            Closeable lock)
            throws IOException {
        this.storage = storage;
        this.settings = settings;
        this.identity = identity;
        this.codecs = codecs;
        this.header = header;
        this.lock = lock;
        snapshots = new SnapshotStore(storage);
        firstSequence = header.firstSequence();
        lastSequence = firstSequence - 1;
        lastMachineMs = header.openedAtMs();
        commandsHash = header.commandsHash();
        marks = new MarkFile(storage);
        segment = begin(header);
        marks.write(forced());
    }

    private SegmentWriter begin(SegmentHeader first) throws IOException {
        String name = SegmentFile.plainName(first.firstSequence());
        return SegmentWriter.create(storage, name, first, buffer);
    }

    /** The last event appended. */
    public long lastSequence() {
        return lastSequence;
    }

    /** Bytes appended in this epoch, headers included. */
    public long appendedBytes() {
        return sealedBytes + segment.size();
    }

    /** Rolling hash of all commands appended in this run. */
    public long commandsHash() {
        return commandsHash;
    }

    /**
     * Appends an event.
     *
     * @throws IllegalArgumentException if its sequence does not follow the last one, or it holds an undeclared null
     * @throws JournalException if the disk refuses, now or before
     */
    @Override
    public void append(Stamped event) {
        if (event.sequence() != lastSequence + 1) {
            throw new IllegalArgumentException(
                    "Event " + event.sequence() + " cannot follow event " + lastSequence + " in the journal");
        }
        try {
            requireUsable();
            rollIfFull();
            int start = segment.begin(RecordType.EVENT, event.sequence(), event.venueTimeMs(), event.machineTimeMs());
            try {
                codecs.encode(event.event(), segment.payload());
            } catch (RuntimeException refused) {
                segment.cancel(start);
                throw refused;
            }
            segment.end(start);
            lastSequence = event.sequence();
            lastVenueMs = event.venueTimeMs();
            lastMachineMs = event.machineTimeMs();
        } catch (IOException failed) {
            throw failed("append event " + event.sequence(), failed);
        }
    }

    /**
     * Appends the commands of the last event; none at all leave no record.
     *
     * @throws IllegalArgumentException if the cause is not the last event, or a command holds an undeclared null
     * @throws JournalException if the disk refuses, now or before
     */
    @Override
    public void append(long causeSequence, List<Command> commands) {
        if (causeSequence != lastSequence || causeSequence < firstSequence) {
            throw new IllegalArgumentException(
                    "Commands of event " + causeSequence + " cannot follow event " + lastSequence + " in the journal");
        }
        if (commands.isEmpty()) {
            return;
        }
        try {
            requireUsable();
            int start = segment.begin(RecordType.COMMANDS, causeSequence, lastVenueMs, lastMachineMs);
            ByteSink payload = segment.payload();
            try {
                codecs.encode(commands, payload);
            } catch (RuntimeException refused) {
                segment.cancel(start);
                throw refused;
            }
            int from = start + RecordFormat.HEAD_BYTES;
            commandsHash = StateHash.extend(
                    StateHash.extend(commandsHash, causeSequence), payload.array(), from, payload.size() - from);
            segment.end(start);
        } catch (IOException failed) {
            throw failed("append the commands of event " + causeSequence, failed);
        }
    }

    @Override
    public void commit() {
        try {
            requireUsable();
            if (!segment.batchEmpty()) {
                segment.commit(lastSequence, lastVenueMs, lastMachineMs, commandsHash);
                marks.write(forced());
            }
        } catch (IOException failed) {
            throw failed("commit up to event " + lastSequence, failed);
        }
    }

    /**
     * Commits, then stores the state after the last event. A snapshot that cannot be stored leaves the journal itself
     * usable.
     *
     * @throws IllegalArgumentException if the sequence is not that of the last event
     * @throws JournalException if the disk refuses
     */
    @Override
    public void snapshot(long sequence, byte[] state) {
        if (sequence != lastSequence) {
            throw new IllegalArgumentException(
                    "A snapshot after event " + sequence + " cannot be of now, after event " + lastSequence);
        }
        commit();
        int crc = SnapshotStore.crc(state);
        SnapshotHeader head = new SnapshotHeader(
                header.run(),
                header.epoch(),
                sequence,
                identity.build(),
                identity.stateSchemaHash(),
                state.length,
                crc);
        try {
            snapshots.write(head, state, settings.keptSnapshots());
        } catch (IOException failed) {
            throw new JournalException(
                    "The snapshot after event " + sequence + " could not be stored: " + failed.getMessage(), failed);
        }
        mark(RecordType.SNAPSHOT_MARK, state.length, crc);
        commit();
    }

    private void mark(RecordType type, long bytes, int crc) {
        try {
            requireUsable();
            int start = segment.begin(type, lastSequence, lastVenueMs, lastMachineMs);
            if (type == RecordType.SNAPSHOT_MARK) {
                segment.payload().writeInt64(bytes);
                segment.payload().writeInt32(crc);
            }
            segment.end(start);
        } catch (IOException failed) {
            throw failed("mark " + type, failed);
        }
    }

    /**
     * Commits, notes that the process ends in order, and closes. Store a snapshot first: only then need the next start
     * replay nothing.
     *
     * @throws JournalException if the disk refuses; it is closed all the same
     */
    public void closeInOrder() {
        try {
            mark(RecordType.ORDERLY_STOP, 0, 0);
            commit();
        } finally {
            close();
        }
    }

    private ForcedMark forced() {
        return new ForcedMark(
                header.run(),
                header.epoch(),
                header.firstSequence(),
                segment.size(),
                segment.commits(),
                lastSequence,
                commandsHash);
    }

    /** Closes without a commit, as if the process had died. @throws JournalException if that fails */
    @Override
    public void close() {
        try (lock;
                marks) {
            segment.close();
        } catch (IOException failed) {
            throw failed("close", failed);
        }
    }

    /** A segment is sealed between batches and before an event only, so that it ends with a COMMIT; never without one. */
    private void rollIfFull() throws IOException {
        boolean full = segment.size() >= settings.segmentBytes() && lastSequence >= header.firstSequence();
        if (full && segment.batchEmpty()) {
            sealedBytes += segment.size();
            segment.close();
            header = new SegmentHeader(
                    header.run(),
                    header.epoch(),
                    lastSequence + 1,
                    lastMachineMs,
                    commandsHash,
                    identity.build(),
                    identity.configHash(),
                    segment.seal(),
                    false,
                    codecs.schemaHash(),
                    codecs.schema());
            segment = begin(header);
        }
    }

    private void requireUsable() throws IOException {
        if (failure != null) {
            throw new IOException("The journal failed before and takes nothing more", failure);
        }
    }

    private JournalException failed(String action, IOException cause) {
        if (failure == null) {
            failure = cause;
        }
        return new JournalException("The journal could not " + action + ": " + cause.getMessage(), cause);
    }
}
