package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSource;
import dev.sparkstacker.domain.codec.StateHash;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Walks the records of one segment from its beginning and checks everything that can be checked without decoding:
 * checksums, the order of sequences, batch CRCs and the rolling hash of commands. It stops at the first record that is
 * not right and says why.
 */
final class SegmentScanner implements Closeable {
    private final SegmentFile file;
    private final InputStream in;
    private final SegmentHeader header;
    private final long salt;
    private final CRC32C crc = new CRC32C();
    private final CRC32C batch = new CRC32C();
    private final CRC32 whole = new CRC32();

    private byte[] buffer = new byte[4096];
    private RecordFormat.@Nullable Head head;
    private @Nullable String problem;
    private long start;
    private long next;
    private long lastSequence;
    private long commandsHash;
    private int commits;
    private boolean orderlyStop;

    private long committedEnd;
    private long committedSequence;
    private long committedHash;
    private long committedMachineMs;
    private int committedCrc;
    private boolean committedStop;

    /** Opens a segment. @throws CorruptJournalException if its header is not right */
    SegmentScanner(Storage storage, SegmentFile file) throws IOException {
        this.file = file;
        try {
            in = file.open(storage);
        } catch (ZipException | EOFException damagedArchive) {
            throw new CorruptJournalException(
                    file.name(), 0, "the compressed file is damaged: " + damagedArchive.getMessage());
        }
        HeaderFormat.Read<SegmentHeader> read;
        try {
            read = file.readHeader(in);
        } catch (ZipException | EOFException damagedArchive) {
            in.close();
            throw new CorruptJournalException(
                    file.name(), 0, "the compressed file is damaged: " + damagedArchive.getMessage());
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
        header = read.header();
        salt = header.salt();
        next = read.bytes();
        lastSequence = header.firstSequence() - 1;
        commandsHash = header.commandsHash();
        committedEnd = next;
        committedSequence = lastSequence;
        committedHash = commandsHash;
        committedMachineMs = header.openedAtMs();
        whole.update(SegmentFile.HEADER.encode(header));
        committedCrc = (int) whole.getValue();
    }

    /** Steps to the next record; null at the end or at the first thing that is not right. */
    RecordFormat.@Nullable Head next() throws IOException {
        if (problem != null) {
            return null;
        }
        start = next;
        try {
            head = readRecord();
        } catch (ZipException | EOFException damagedArchive) {
            problem = "the compressed file is damaged: " + damagedArchive.getMessage();
            head = null;
        }
        return head;
    }

    private RecordFormat.@Nullable Head readRecord() throws IOException {
        int got = in.readNBytes(buffer, 0, RecordFormat.HEAD_BYTES);
        if (got == 0) {
            return null;
        }
        if (got < RecordFormat.HEAD_BYTES) {
            return bad("the file ends inside a record's head");
        }
        RecordFormat.Head read = RecordFormat.head(buffer, 0);
        if (read == null) {
            return bad("no record begins here");
        }
        int length = RecordFormat.HEAD_BYTES + read.length();
        if (!readPayload(length)) {
            return bad("the file ends inside a record of " + length + " bytes");
        }
        if (RecordFormat.checksum(buffer, 0, length, salt, start, crc) != read.crc()) {
            return bad("the record's checksum does not match");
        }
        String refused = accept(read, length);
        if (refused != null) {
            return bad(refused);
        }
        next = start + length;
        whole.update(buffer, 0, length);
        if (read.type() == RecordType.COMMIT) {
            committed(read);
        }
        return read;
    }

    /** Reads in steps, so that a length that was damaged cannot claim memory the file does not fill. */
    private boolean readPayload(int length) throws IOException {
        int have = RecordFormat.HEAD_BYTES;
        while (have < length) {
            if (have == buffer.length) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(length, buffer.length * 2L));
            }
            int want = Math.min(length, buffer.length) - have;
            int got = in.readNBytes(buffer, have, want);
            have += got;
            if (got < want) {
                return false;
            }
        }
        return true;
    }

    private RecordFormat.@Nullable Head bad(String why) {
        problem = why;
        return null;
    }

    private @Nullable String accept(RecordFormat.Head read, int length) {
        if (read.commits() != commits) {
            return "it follows " + read.commits() + " commits, but " + commits + " were read";
        }
        boolean inOrder = switch (read.type()) {
            case EVENT -> header.archive() ? read.sequence() > lastSequence : read.sequence() == lastSequence + 1;
            case COMMANDS -> header.archive() ? read.sequence() >= lastSequence : read.sequence() == lastSequence;
            case COMMIT, SNAPSHOT_MARK, ORDERLY_STOP -> read.sequence() == lastSequence;
        };
        if (!inOrder) {
            return read.type() + " " + read.sequence() + " cannot follow event " + lastSequence;
        }
        if (read.type() == RecordType.COMMIT) {
            return acceptCommit(read);
        }
        batch.update(buffer, 0, length);
        lastSequence = read.sequence();
        if (read.type() == RecordType.COMMANDS) {
            commandsHash = StateHash.extend(
                    StateHash.extend(commandsHash, lastSequence), buffer, RecordFormat.HEAD_BYTES, read.length());
        }
        orderlyStop = read.type() == RecordType.ORDERLY_STOP;
        return null;
    }

    private @Nullable String acceptCommit(RecordFormat.Head read) {
        if (read.length() != Integer.BYTES + Long.BYTES) {
            return "a COMMIT of " + read.length() + " bytes";
        }
        ByteSource payload = new ByteSource(buffer, RecordFormat.HEAD_BYTES, read.length());
        if (payload.readInt32() != (int) batch.getValue()) {
            return "the COMMIT's batch checksum does not match";
        }
        if (payload.readInt64() != commandsHash) {
            return "the COMMIT's hash of commands does not match";
        }
        return null;
    }

    private void committed(RecordFormat.Head read) {
        commits++;
        batch.reset();
        committedEnd = next;
        committedSequence = lastSequence;
        committedHash = commandsHash;
        committedMachineMs = read.machineTimeMs();
        committedStop = orderlyStop;
        committedCrc = (int) whole.getValue();
    }

    /**
     * Looks through everything behind the last commit for a record that knows of more commits than were read. Call it
     * when {@link #next} has ended.
     *
     * @return the offset of such a record, or -1
     */
    long findLaterCommit(Storage storage) throws IOException {
        RecordSearch search = RecordSearch.from(storage, file, header, committedEnd);
        for (RecordFormat.Head found = search.next(); found != null; found = search.next()) {
            if (found.commits() > commits) {
                return search.offset();
            }
        }
        return -1;
    }

    /** What is not right here, with what else of the file can be read. Call it when {@link #next} has ended. */
    CorruptJournalException corrupt(Storage storage, String reason) throws IOException {
        long before = committedSequence < header.firstSequence() ? 0 : committedSequence;
        long behind = 0;
        RecordSearch search = RecordSearch.from(storage, file, header, committedEnd);
        for (RecordFormat.Head found = search.next(); found != null && behind == 0; found = search.next()) {
            boolean event = found.type() == RecordType.EVENT && search.offset() > start;
            behind = event ? found.sequence() : 0;
        }
        return new CorruptJournalException(new Damage(file.name(), start, reason, before, behind));
    }

    /** Reads the payload of the record {@link #next} gave; valid until the next step. */
    ByteSource payload() {
        RecordFormat.Head current = head;
        return new ByteSource(buffer, RecordFormat.HEAD_BYTES, current == null ? 0 : current.length());
    }

    SegmentFile file() {
        return file;
    }

    SegmentHeader header() {
        return header;
    }

    /** Offset of the record {@link #next} gave, or of what is not right. */
    long offset() {
        return start;
    }

    /** What is not right, or null while everything is. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Offset behind the last valid commit, or behind the header. */
    long committedEnd() {
        return committedEnd;
    }

    /** The last event covered by a valid commit. */
    long committedSequence() {
        return committedSequence;
    }

    /** Rolling hash of commands at the last valid commit. */
    long committedHash() {
        return committedHash;
    }

    /** The segment as it is up to the last valid commit. */
    SegmentSeal committedSeal() {
        return new SegmentSeal(header.firstSequence(), committedEnd, committedCrc);
    }

    /** Machine time of the last event covered by a valid commit. */
    long committedMachineMs() {
        return committedMachineMs;
    }

    /** Whether the last valid commit ends an orderly stop. */
    boolean committedStop() {
        return committedStop;
    }

    /** Valid commits read. */
    int commits() {
        return commits;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
