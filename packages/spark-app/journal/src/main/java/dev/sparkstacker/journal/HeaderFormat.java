package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSink;
import dev.sparkstacker.domain.codec.ByteSource;
import dev.sparkstacker.domain.codec.CodecException;
import dev.sparkstacker.domain.codec.RecordCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The head of a segment or snapshot file; numbers little-endian.
 *
 * <pre>
 *  byte  0                8        12       16          16 + length
 *        +----------------+--------+--------+-----------+----------------
 *        | magic, 8 ASCII | length | CRC32C | header    | records or state
 *        +----------------+--------+--------+-----------+----------------
 *                           uint32   uint32   canonical record
 * </pre>
 *
 * <p>The magic ends in the format's version: {@code SPARKJ01} for segments, {@code SPARKS01} for snapshots. The CRC
 * covers the length and the header.
 *
 * @param <T> the header's record
 */
final class HeaderFormat<T> {
    private static final int PREFIX_BYTES = 16;
    private static final int MAX_BYTES = 1 << 20;

    private final byte[] magic;
    private final RecordCodec<T> codec;

    HeaderFormat(String magic, Class<T> type) {
        this.magic = magic.getBytes(StandardCharsets.US_ASCII);
        this.codec = RecordCodec.forType(type);
    }

    /** A header read, and how many bytes it took. */
    record Read<T>(T header, int bytes) {}

    byte[] encode(T header) {
        byte[] body = codec.toBytes(header);
        ByteSink sink = new ByteSink(PREFIX_BYTES + body.length);
        sink.writeBytes(magic, 0, magic.length);
        sink.writeInt32(body.length);
        sink.writeInt32(checksum(body));
        sink.writeBytes(body, 0, body.length);
        return sink.toByteArray();
    }

    /** Reads a header. @throws CorruptJournalException if there is none */
    Read<T> read(String file, InputStream in) throws IOException {
        byte[] prefix = in.readNBytes(PREFIX_BYTES);
        if (prefix.length < PREFIX_BYTES) {
            throw new CorruptJournalException(file, 0, "the file ends inside its header");
        }
        for (int i = 0; i < magic.length; i++) {
            if (prefix[i] != magic[i]) {
                throw new CorruptJournalException(
                        file, i, "it does not begin with " + new String(magic, StandardCharsets.US_ASCII));
            }
        }
        ByteSource source = new ByteSource(prefix, magic.length, PREFIX_BYTES - magic.length);
        int length = source.readInt32();
        int crc = source.readInt32();
        if (length < 0 || length > MAX_BYTES) {
            throw new CorruptJournalException(file, magic.length, "its header claims " + length + " bytes");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length || checksum(body) != crc) {
            throw new CorruptJournalException(file, 0, "its header's checksum does not match");
        }
        try {
            return new Read<>(codec.fromBytes(body), PREFIX_BYTES + length);
        } catch (CodecException unreadable) {
            throw new CorruptJournalException(
                    file, PREFIX_BYTES, "its header cannot be read: " + unreadable.getMessage());
        }
    }

    private static int checksum(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body.length);
        crc.update(body.length >>> 8);
        crc.update(body.length >>> 16);
        crc.update(body.length >>> 24);
        crc.update(body);
        return (int) crc.getValue();
    }
}
