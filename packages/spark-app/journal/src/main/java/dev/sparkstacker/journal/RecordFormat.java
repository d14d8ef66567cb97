package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSink;
import dev.sparkstacker.domain.codec.ByteSource;
import dev.sparkstacker.domain.codec.StateHash;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One record of a segment; all numbers little-endian.
 *
 * <pre>
 *  byte  0     2    3    4       8       12       16         24          32           40      40 + length
 *        +-----+----+----+-------+-------+--------+----------+-----------+------------+---------+
 *        | S J | ver|type| length| CRC32C| commits| sequence | venue ms  | machine ms | payload |
 *        +-----+----+----+-------+-------+--------+----------+-----------+------------+---------+
 *                          uint32  uint32  uint32   int64      int64       int64        length bytes
 * </pre>
 *
 * <p>The CRC covers the whole record but itself. It is masked with a hash of the segment's identity and of the record's
 * offset in the file, so that bytes of a record count as one only where it was written: not inside another's payload
 * and not in a recycled block.
 *
 * <p>{@code commits} is how many COMMIT records of this segment had been forced when the record was written. It proves
 * what was durable: a record that knows of more commits than can be read shows that a forced one was damaged.
 */
final class RecordFormat {
    static final int HEAD_BYTES = 40;
    static final int MAX_PAYLOAD_BYTES = 64 << 20;

    private static final byte MAGIC_0 = 'S';
    private static final byte MAGIC_1 = 'J';
    private static final byte VERSION = 1;
    private static final int CRC_AT = 8;
    private static final int AFTER_CRC = 12;

    /**
     * The head of a record.
     *
     * @param type what the payload is
     * @param length payload bytes
     * @param crc masked CRC32C
     * @param commits COMMIT records forced before it in this segment
     * @param sequence the event's number; of the cause for commands, of the last event for the rest
     * @param venueTimeMs venue time of that event
     * @param machineTimeMs machine time of that event
     */
    record Head(
            RecordType type, int length, int crc, int commits, long sequence, long venueTimeMs, long machineTimeMs) {}

    private RecordFormat() {}

    /** Starts a record in the sink; the payload is written behind it. */
    static void begin(ByteSink sink, RecordType type, int commits, long sequence, long venueMs, long machineMs) {
        sink.writeByte(MAGIC_0);
        sink.writeByte(MAGIC_1);
        sink.writeByte(VERSION);
        sink.writeByte(type.code());
        sink.writeInt32(0);
        sink.writeInt32(0);
        sink.writeInt32(commits);
        sink.writeInt64(sequence);
        sink.writeInt64(venueMs);
        sink.writeInt64(machineMs);
    }

    /** Completes the record that begins at {@code start} and ends where the sink ends. */
    static void end(ByteSink sink, int start, long salt, long fileOffset, CRC32C crc) {
        sink.putInt32(start + 4, sink.size() - start - HEAD_BYTES);
        sink.putInt32(start + CRC_AT, checksum(sink.array(), start, sink.size() - start, salt, fileOffset, crc));
    }

    /**
     * Reads a head.
     *
     * @return the head, or null if these bytes are none
     */
    static @Nullable Head head(byte[] bytes, int at) {
        if (bytes[at] != MAGIC_0 || bytes[at + 1] != MAGIC_1 || bytes[at + 2] != VERSION) {
            return null;
        }
        RecordType type = RecordType.byCode(bytes[at + 3]);
        ByteSource source = new ByteSource(bytes, at + 4, HEAD_BYTES - 4);
        int length = source.readInt32();
        if (type == null || length < 0 || length > MAX_PAYLOAD_BYTES) {
            return null;
        }
        return new Head(
                type,
                length,
                source.readInt32(),
                source.readInt32(),
                source.readInt64(),
                source.readInt64(),
                source.readInt64());
    }

    /** The masked CRC of a whole record. */
    static int checksum(byte[] bytes, int at, int length, long salt, long fileOffset, CRC32C crc) {
        crc.reset();
        crc.update(bytes, at, CRC_AT);
        crc.update(bytes, at + AFTER_CRC, length - AFTER_CRC);
        return (int) (crc.getValue() ^ StateHash.extend(salt, fileOffset));
    }
}
