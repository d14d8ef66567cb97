package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.ZipException;

/**
 * Checks sealed segments without reading them: a few reads each, however long they are.
 *
 * <pre>
 *  header of the next segment: before = first sequence, bytes, CRC-32
 *        │ first sequence   is this the segment before it, or is its archive there?
 *        │ bytes, CRC-32    plain: the file's length, and the COMMIT it ends with
 *        └                  gzip:  the last eight bytes of the file, CRC-32 and length
 * </pre>
 *
 * <p>Damage in the middle of a segment is not seen here; {@link JournalScrub} reads everything.
 */
final class SealCheck {
    private static final int GZIP_END_BYTES = 8;
    private static final int COMMIT_BYTES = RecordFormat.HEAD_BYTES + Integer.BYTES + Long.BYTES;

    private final Storage storage;

    SealCheck(Storage storage) {
        this.storage = storage;
    }

    /**
     * Checks each segment of the list but the last against the header of its successor.
     *
     * @throws CorruptJournalException if one is cut, missing or not the one that was sealed
     */
    void check(List<SegmentFile> segments) throws IOException {
        for (int i = 1; i < segments.size(); i++) {
            SegmentHeader next = header(segments.get(i));
            if (follows(segments.get(i - 1), next, segments.get(i).name())) {
                requireSealed(segments.get(i - 1), header(segments.get(i - 1)), next);
            }
        }
    }

    private SegmentHeader header(SegmentFile file) throws IOException {
        try (InputStream in = file.open(storage)) {
            return file.readHeader(in).header();
        } catch (ZipException | EOFException damagedArchive) {
            throw new CorruptJournalException(
                    file.name(), 0, "the compressed file is damaged: " + damagedArchive.getMessage());
        }
    }

    /** Whether the segment is the one that was sealed before the next; not where only an archive of that one is left. */
    private boolean follows(SegmentFile file, SegmentHeader next, String nextName) throws IOException {
        SegmentSeal seal = next.before();
        if (seal.firstSequence() == file.firstSequence()) {
            return true;
        }
        if (seal.isNone() || exists(SegmentFile.archiveName(seal.firstSequence()))) {
            return false;
        }
        throw new CorruptJournalException(
                nextName,
                0,
                "the segment before it, " + SegmentFile.plainName(seal.firstSequence()) + ", is gone, and so is its"
                        + " archive");
    }

    private boolean exists(String name) throws IOException {
        try {
            return storage.size(name) >= 0;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private void requireSealed(SegmentFile file, SegmentHeader header, SegmentHeader next) throws IOException {
        SegmentSeal seal = next.before();
        if (header.run() != next.run()) {
            throw new CorruptJournalException(file.name(), 0, "it belongs to another run than the segment after it");
        }
        if (file.compressed()) {
            requireGzipEnd(file, seal);
            return;
        }
        long size = storage.size(file.name());
        if (size != seal.bytes()) {
            throw new CorruptJournalException(
                    file.name(),
                    Math.min(size, seal.bytes()),
                    "it is " + size + " bytes long, but was sealed with " + seal.bytes());
        }
        requireCommitEnd(file, header, next);
    }

    private void requireGzipEnd(SegmentFile file, SegmentSeal seal) throws IOException {
        long size = storage.size(file.name());
        byte[] end = lastBytes(file.name(), size, GZIP_END_BYTES);
        ByteSource source = new ByteSource(end, 0, end.length);
        boolean sealed = end.length == GZIP_END_BYTES
                && source.readInt32() == seal.crc()
                && source.readInt32() == (int) seal.bytes();
        if (!sealed) {
            throw new CorruptJournalException(
                    file.name(), 0, "the compressed file does not end with the checksum and length it was sealed with");
        }
    }

    private void requireCommitEnd(SegmentFile file, SegmentHeader header, SegmentHeader next) throws IOException {
        long size = storage.size(file.name());
        boolean empty = next.firstSequence() == header.firstSequence();
        long offset = size - COMMIT_BYTES;
        byte[] end = lastBytes(file.name(), size, COMMIT_BYTES);
        RecordFormat.Head head = end.length == COMMIT_BYTES ? RecordFormat.head(end, 0) : null;
        boolean commit = head != null
                && head.type() == RecordType.COMMIT
                && head.length() == COMMIT_BYTES - RecordFormat.HEAD_BYTES
                && head.sequence() == next.firstSequence() - 1
                && RecordFormat.checksum(end, 0, COMMIT_BYTES, header.salt(), offset, new CRC32C()) == head.crc();
        if (!commit && !empty) {
            throw new CorruptJournalException(
                    file.name(),
                    Math.max(0, offset),
                    "it does not end with the COMMIT of event " + (next.firstSequence() - 1));
        }
    }

    private byte[] lastBytes(String name, long size, int count) throws IOException {
        try (InputStream in = storage.read(name)) {
            in.skipNBytes(Math.max(0, size - count));
            return in.readNBytes(count);
        }
    }
}
