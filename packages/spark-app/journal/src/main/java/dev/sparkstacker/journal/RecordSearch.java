package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Looks for whole records in bytes that cannot be walked from record to record, because something in them is damaged.
 * A record's checksum holds only at the place where it was written, so what is found is certain.
 */
final class RecordSearch {
    private static final int COPY_BYTES = 64 * 1024;

    private final byte[] bytes;
    private final long fileOffset;
    private final long salt;
    private final CRC32C crc = new CRC32C();
    private int at;
    private int found;

    private RecordSearch(byte[] bytes, long fileOffset, long salt) {
        this.bytes = bytes;
        this.fileOffset = fileOffset;
        this.salt = salt;
    }

    /** Looks through a segment from an offset on; of a damaged archive as far as it can be unpacked. */
    static RecordSearch from(Storage storage, SegmentFile file, SegmentHeader header, long offset) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try (InputStream in = file.open(storage)) {
            in.skipNBytes(offset);
            byte[] chunk = new byte[COPY_BYTES];
            for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                rest.write(chunk, 0, got);
            }
        } catch (ZipException | EOFException damagedArchive) {
            // What was unpacked up to here is what there is.
        }
        return new RecordSearch(rest.toByteArray(), offset, header.salt());
    }

    /** The next whole record, or null. */
    RecordFormat.@Nullable Head next() {
        for (; at <= bytes.length - RecordFormat.HEAD_BYTES; at++) {
            RecordFormat.Head head = bytes[at] == 'S' ? RecordFormat.head(bytes, at) : null;
            if (head != null && isWhole(head)) {
                found = at;
                at += RecordFormat.HEAD_BYTES + head.length();
                return head;
            }
        }
        return null;
    }

    private boolean isWhole(RecordFormat.Head head) {
        return head.length() <= bytes.length - at - RecordFormat.HEAD_BYTES
                && RecordFormat.checksum(bytes, at, RecordFormat.HEAD_BYTES + head.length(), salt, fileOffset + at, crc)
                        == head.crc();
    }

    /** Offset in the file of the record found last. */
    long offset() {
        return fileOffset + found;
    }

    /** Payload of the record found last. */
    ByteSource payload() {
        return new ByteSource(bytes, found + RecordFormat.HEAD_BYTES, at - found - RecordFormat.HEAD_BYTES);
    }
}
