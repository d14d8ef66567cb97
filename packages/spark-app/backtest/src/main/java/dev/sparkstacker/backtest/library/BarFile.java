package dev.sparkstacker.backtest.library;

import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * Bars of one market and interval in a file of our own, about a tenth of the same bars as text.
 *
 * <pre>
 *  8 bytes   "SSBARS01"
 *  text      market      each text: u16 length, UTF-8
 *  text      interval
 *  text      source: where the bars come from, for people
 *  blocks    u32 rows 1..4096 │ u32 length │ u32 CRC32C of what follows │ packed columns, see {@link BarBlock}
 *  end       u32 0 │ u64 rows of all blocks
 * </pre>
 *
 * Numbers are big-endian. A file is written beside its place and moved there, and one without its end is refused, so that
 * a part of the bars never looks like all of them.
 *
 * @param source where the bars come from, for people
 */
public record BarFile(MarketId market, Interval interval, String source, BarColumns bars) {
    /** The extension of such files. */
    public static final String EXTENSION = ".ssb";

    private static final byte[] MAGIC = {'S', 'S', 'B', 'A', 'R', 'S', '0', '1'};
    private static final int BLOCK_ROWS = 4_096;

    /** Whether a file begins as these do. */
    public static boolean isOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Writes it, replacing what was there. @throws IOException if the disk refuses; the old file is then as it was */
    public void write(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
            out.write(MAGIC);
            out.writeUTF(market.coin());
            out.writeUTF(interval.code());
            out.writeUTF(source);
            for (int from = 0; from < bars.size(); from += BLOCK_ROWS) {
                int rows = Math.min(BLOCK_ROWS, bars.size() - from);
                byte[] packed = BarBlock.pack(bars, from, rows);
                out.writeInt(rows);
                out.writeInt(packed.length);
                out.writeInt(checksum(packed));
                out.write(packed);
            }
            out.writeInt(0);
            out.writeLong(bars.size());
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads and checks it. @throws DataException if it is damaged, cut off or none of these */
    public static BarFile read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new DataException(file, "is no file of bars of this product");
            }
            MarketId market = new MarketId(in.readUTF());
            String code = in.readUTF();
            String source = in.readUTF();
            Interval interval = Interval.byCode(code)
                    .orElseThrow(() -> new DataException(file, "holds bars of an unknown interval, " + code));
            return new BarFile(market, interval, source, blocks(file, in));
        } catch (EOFException cut) {
            throw new DataException(file, "was cut off: its end is missing; fetch or import it again");
        } catch (IOException refused) {
            throw new DataException(file, "cannot be read: " + refused.getMessage());
        }
    }

    private static BarColumns blocks(Path file, DataInputStream in) throws IOException {
        BarColumns.Builder bars = new BarColumns.Builder();
        for (int rows = in.readInt(); rows != 0; rows = in.readInt()) {
            int length = in.readInt();
            int expected = in.readInt();
            if (rows < 0 || rows > BLOCK_ROWS || length < 0 || length > rows * BarBlock.MOST_BYTES_A_ROW + 64) {
                throw damaged(file, bars);
            }
            byte[] packed = in.readNBytes(length);
            if (packed.length < length) {
                throw new EOFException();
            }
            if (checksum(packed) != expected || !BarBlock.unpack(packed, rows, bars)) {
                throw damaged(file, bars);
            }
        }
        if (in.readLong() != bars.size() || in.read() >= 0) {
            throw damaged(file, bars);
        }
        return bars.build();
    }

    private static DataException damaged(Path file, BarColumns.Builder bars) {
        return new DataException(file, "is damaged after " + bars.size() + " bars; fetch or import it again");
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length);
        return (int) checksum.getValue();
    }

    @Override
    public String toString() {
        return "BarFile[" + market + " " + interval.code() + ", " + bars.size() + " bars, " + Objects.toString(source)
                + "]";
    }
}
