package dev.sparkstacker.journal;

import dev.sparkstacker.domain.codec.ByteSink;
import dev.sparkstacker.domain.codec.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * How far the journal is known to have been forced: the file {@code forced.mark}. It tells damage to forced bytes from a
 * torn tail, and notices when the newest segment is gone.
 *
 * <pre>
 *  byte     0          8     12      16        24      32        40         48              56       60
 *           +----------+-----+-------+---------+-------+---------+----------+---------------+--------+
 *  slot 0   | SPARKF01 | run | epoch | segment | bytes | commits | sequence | commands hash | CRC32C |
 *           +----------+-----+-------+---------+-------+---------+----------+---------------+--------+
 *             8 ASCII  int32  int32    int64     int64   int64      int64        int64         int32
 *  slot 1   the same, from byte 4096 on
 * </pre>
 *
 * <p>After each force the slot that is not the newest is written over, and not forced itself: a mark is only ever
 * written about bytes that are durable already, so whichever mark a crash leaves is true, and an older one merely proves
 * less. A torn slot fails its checksum and the other one counts. A killed process leaves the newest mark; after a power
 * cut the last few forces may stand without proof.
 *
 * @param run id of the run
 * @param epoch the newest epoch that was begun
 * @param segment first sequence of the segment
 * @param bytes how much of that segment was forced, uncompressed
 * @param commits COMMIT records in those bytes
 * @param sequence the last event forced
 * @param commandsHash rolling hash of commands up to there
 */
record ForcedMark(int run, int epoch, long segment, long bytes, long commits, long sequence, long commandsHash) {
    static final String FILE = "forced.mark";
    static final int SLOT_BYTES = 60;
    static final int SLOT_DISTANCE = 4096;

    private static final byte[] MAGIC = "SPARKF01".getBytes(StandardCharsets.US_ASCII);
    private static final Comparator<ForcedMark> AGE = Comparator.comparingInt(ForcedMark::epoch)
            .thenComparingLong(ForcedMark::sequence)
            .thenComparingLong(ForcedMark::segment)
            .thenComparingLong(ForcedMark::bytes);

    /** The newest mark that is whole, or nothing: then nothing is proved. */
    static Optional<ForcedMark> read(Storage storage) throws IOException {
        byte[] bytes;
        try (InputStream in = storage.read(FILE)) {
            bytes = in.readNBytes(SLOT_DISTANCE + SLOT_BYTES);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        return Stream.of(decode(bytes, 0), decode(bytes, SLOT_DISTANCE))
                .flatMap(Optional::stream)
                .max(AGE);
    }

    private static Optional<ForcedMark> decode(byte[] file, int at) {
        if (file.length < at + SLOT_BYTES || !Arrays.equals(file, at, at + MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Optional.empty();
        }
        ByteSource source = new ByteSource(file, at + MAGIC.length, SLOT_BYTES - MAGIC.length);
        ForcedMark mark = new ForcedMark(
                source.readInt32(),
                source.readInt32(),
                source.readInt64(),
                source.readInt64(),
                source.readInt64(),
                source.readInt64(),
                source.readInt64());
        return source.readInt32() == crc(file, at) ? Optional.of(mark) : Optional.empty();
    }

    byte[] toBytes() {
        ByteSink sink = new ByteSink(SLOT_BYTES);
        sink.writeBytes(MAGIC, 0, MAGIC.length);
        sink.writeInt32(run);
        sink.writeInt32(epoch);
        sink.writeInt64(segment);
        sink.writeInt64(bytes);
        sink.writeInt64(commits);
        sink.writeInt64(sequence);
        sink.writeInt64(commandsHash);
        sink.writeInt32(crc(sink.array(), 0));
        return sink.toByteArray();
    }

    private static int crc(byte[] bytes, int at) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, at, SLOT_BYTES - Integer.BYTES);
        return (int) crc.getValue();
    }

    /** What this mark proves to be missing from the newest segment, or null where everything it speaks of is there. */
    @Nullable
    String missing(SegmentHeader newest, long committedBytes) {
        boolean sameSegment = newest.run() == run && newest.firstSequence() == segment;
        if (!sameSegment || committedBytes >= bytes || newest.epoch() > epoch) {
            return null;
        }
        return "its first " + bytes + " bytes, up to event " + sequence + ", had been forced, as " + FILE + " proves";
    }
}
