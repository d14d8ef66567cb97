package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSink;
import java.io.Closeable;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Writes one segment: records gather in one reused buffer, the buffer goes to the file when it is full or at a commit.
 *
 * <pre>
 *  header ║ EVENT EVENT COMMANDS COMMIT ║ EVENT EVENT EVENT COMMIT ║ EVENT …
 *         └── batch ────────────┘force    └── batch ──────┘ force
 * </pre>
 */
final class SegmentWriter implements Closeable {
    private static final int FLUSH_BYTES = 192 * 1024;
    private static final String TEMPORARY = ".tmp";

    private final StorageFile file;
    private final ByteSink pending;
    private final CRC32C crc = new CRC32C();
    private final CRC32C batch = new CRC32C();
    private final CRC32 whole = new CRC32();
    private final long firstSequence;
    private final long salt;
    private long written;
    private int commits;
    private boolean batchEmpty = true;

    private SegmentWriter(StorageFile file, ByteSink pending, SegmentHeader header, byte[] head) {
        this.file = file;
        this.pending = pending;
        salt = header.salt();
        firstSequence = header.firstSequence();
        written = head.length;
        whole.update(head);
    }

    /**
     * Begins a segment. Its file takes its name only when the header is durable, so that no segment is ever seen
     * without a whole header.
     *
     * @param pending the buffer to use, emptied
     */
    static SegmentWriter create(Storage storage, String name, SegmentHeader header, ByteSink pending)
            throws IOException {
        byte[] head = SegmentFile.HEADER.encode(header);
        StorageFile file = storage.create(name + TEMPORARY);
        try {
            file.write(head, 0, head.length);
            file.force();
            storage.rename(name + TEMPORARY, name);
            storage.syncFolder("");
        } catch (IOException | RuntimeException failed) {
            closeAfter(failed, file);
            throw failed;
        }
        pending.clear();
        return new SegmentWriter(file, pending, header, head);
    }

    private static void closeAfter(Exception failed, StorageFile file) {
        try {
            file.close();
        } catch (IOException closing) {
            failed.addSuppressed(closing);
        }
    }

    /** Starts a record. @return what {@link #end} or {@link #cancel} needs */
    int begin(RecordType type, long sequence, long venueMs, long machineMs) {
        int start = pending.size();
        RecordFormat.begin(pending, type, commits, sequence, venueMs, machineMs);
        return start;
    }

    /** Where the payload of the record begun is written. */
    ByteSink payload() {
        return pending;
    }

    /** Forgets a record that was begun. */
    void cancel(int start) {
        pending.truncate(start);
    }

    /** Completes a record. */
    void end(int start) throws IOException {
        RecordFormat.end(pending, start, salt, written + start, crc);
        batch.update(pending.array(), start, pending.size() - start);
        batchEmpty = false;
        if (pending.size() >= FLUSH_BYTES) {
            flush();
        }
    }

    /** Whether nothing was written since the last commit. */
    boolean batchEmpty() {
        return batchEmpty;
    }

    /** Ends the batch and forces it. */
    void commit(long lastSequence, long venueMs, long machineMs, long commandsHash) throws IOException {
        int start = begin(RecordType.COMMIT, lastSequence, venueMs, machineMs);
        pending.writeInt32((int) batch.getValue());
        pending.writeInt64(commandsHash);
        RecordFormat.end(pending, start, salt, written + start, crc);
        flush();
        file.force();
        commits++;
        batch.reset();
        batchEmpty = true;
    }

    /** Bytes of the segment, those not yet written included. */
    long size() {
        return written + pending.size();
    }

    /** COMMIT records forced so far. */
    int commits() {
        return commits;
    }

    /** What it is once nothing more is written; to be asked between batches. */
    SegmentSeal seal() {
        return new SegmentSeal(firstSequence, written, (int) whole.getValue());
    }

    private void flush() throws IOException {
        file.write(pending.array(), 0, pending.size());
        whole.update(pending.array(), 0, pending.size());
        written += pending.size();
        pending.clear();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
