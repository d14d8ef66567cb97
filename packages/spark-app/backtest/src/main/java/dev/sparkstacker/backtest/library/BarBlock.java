package dev.sparkstacker.backtest.library;

import dev.sparkstacker.backtest.result.BarColumns;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Up to some thousand bars as deflated columns of small whole numbers (variable length, seven bits a byte, sign folded
 * into the lowest bit).
 *
 * <pre>
 *  price unit, volume unit     powers of ten that divide every price and every volume of the block
 *  times                       step to the one before less the step before that: zero where none is missing
 *  opens                       less the close before
 *  closes                      less the open
 *  highs                       above the higher of open and close
 *  lows                        below the lower of open and close
 *  volumes                     less the volume before
 * </pre>
 */
final class BarBlock {
    /** Six numbers of at most ten bytes. */
    static final int MOST_BYTES_A_ROW = 60;

    private static final int COLUMNS = 6;
    private static final int BITS = 7;
    private static final int LOW_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final long LARGEST_UNIT = 1_000_000_000_000L;

    private BarBlock() {}

    static byte[] pack(BarColumns bars, int from, int rows) {
        Plain plain = new Plain(rows);
        long price = LARGEST_UNIT;
        long volume = LARGEST_UNIT;
        for (int i = from; i < from + rows; i++) {
            price = common(price, bars.openE8(i));
            price = common(price, bars.highE8(i));
            price = common(price, bars.lowE8(i));
            price = common(price, bars.closeE8(i));
            volume = common(volume, bars.volumeE8(i));
        }
        plain.put(price);
        plain.put(volume);
        for (int column = 0; column < COLUMNS; column++) {
            Row before = Row.NONE;
            for (int i = from; i < from + rows; i++) {
                Row row = Row.of(bars, i, price, volume);
                plain.put(row.differences(before)[column]);
                before = row.after(before);
            }
        }
        return plain.deflated();
    }

    /** The largest power of ten up to the unit that divides a value. */
    private static long common(long unit, long value) {
        long common = unit;
        while (value % common != 0) {
            common /= 10;
        }
        return common;
    }

    /** Adds the block's bars. Returns whether it is whole. */
    static boolean unpack(byte[] packed, int rows, BarColumns.Builder into) {
        byte[] plain = inflated(packed, rows);
        if (plain.length == 0) {
            return false;
        }
        Numbers numbers = new Numbers(plain);
        long price = numbers.next();
        long volume = numbers.next();
        long[][] columns = new long[COLUMNS][rows];
        for (long[] column : columns) {
            for (int i = 0; i < rows; i++) {
                column[i] = numbers.next();
            }
        }
        if (!numbers.isDone()) {
            return false;
        }
        Row before = Row.NONE;
        for (int i = 0; i < rows; i++) {
            Row row = Row.from(columns, i, before);
            into.add(
                    row.time,
                    row.open * price,
                    row.high * price,
                    row.low * price,
                    row.close * price,
                    row.volume * volume);
            before = row;
        }
        return true;
    }

    private static byte[] inflated(byte[] packed, int rows) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] plain = new byte[rows * MOST_BYTES_A_ROW + 2 * 10];
            int length = inflater.inflate(plain);
            return inflater.finished() ? Arrays.copyOf(plain, length) : new byte[0];
        } catch (DataFormatException damaged) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    /** A bar in units of its block, with the step to the bar before. */
    private record Row(long time, long step, long open, long high, long low, long close, long volume) {
        static final Row NONE = new Row(0, 0, 0, 0, 0, 0, 0);

        static Row of(BarColumns bars, int i, long price, long volume) {
            return new Row(
                    bars.openTimeMs(i),
                    0,
                    bars.openE8(i) / price,
                    bars.highE8(i) / price,
                    bars.lowE8(i) / price,
                    bars.closeE8(i) / price,
                    bars.volumeE8(i) / volume);
        }

        /** The same row with its step. */
        Row after(Row before) {
            return new Row(time, time - before.time, open, high, low, close, volume);
        }

        long[] differences(Row before) {
            return new long[] {
                time - before.time - before.step,
                open - before.close,
                close - open,
                high - Math.max(open, close),
                Math.min(open, close) - low,
                volume - before.volume
            };
        }

        static Row from(long[][] columns, int i, Row before) {
            long step = before.step + columns[0][i];
            long open = before.close + columns[1][i];
            long close = open + columns[2][i];
            return new Row(
                    before.time + step,
                    step,
                    open,
                    Math.max(open, close) + columns[3][i],
                    Math.min(open, close) - columns[4][i],
                    close,
                    before.volume + columns[5][i]);
        }
    }

    /** Numbers on their way out. */
    private static final class Plain {
        private final ByteArrayOutputStream bytes;

        Plain(int rows) {
            bytes = new ByteArrayOutputStream(rows * COLUMNS * 2);
        }

        void put(long value) {
            long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
            while ((rest & ~(long) LOW_BITS) != 0) {
                bytes.write((int) (rest & LOW_BITS) | MORE);
                rest >>>= BITS;
            }
            bytes.write((int) rest);
        }

        byte[] deflated() {
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
            try {
                deflater.setInput(bytes.toByteArray());
                deflater.finish();
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                byte[] buffer = new byte[8_192];
                while (!deflater.finished()) {
                    packed.write(buffer, 0, deflater.deflate(buffer));
                }
                return packed.toByteArray();
            } finally {
                deflater.end();
            }
        }
    }

    /** Numbers on their way in; what lies beyond the end makes the whole invalid. */
    private static final class Numbers {
        private final byte[] bytes;
        private int next;

        Numbers(byte[] bytes) {
            this.bytes = bytes;
        }

        long next() {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += BITS) {
                int part = next < bytes.length ? bytes[next] & 0xff : 0;
                next++;
                value |= (long) (part & LOW_BITS) << shift;
                if ((part & MORE) == 0) {
                    break;
                }
            }
            return (value >>> 1) ^ -(value & 1);
        }

        boolean isDone() {
            return next == bytes.length;
        }
    }
}
