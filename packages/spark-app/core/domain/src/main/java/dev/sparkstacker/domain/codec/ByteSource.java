package dev.sparkstacker.domain.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads what a {@link ByteSink} wrote. Every read is bounds-checked and accepts the canonical form only; anything else
 * is a {@link CodecException}. Not for several threads.
 */
public final class ByteSource {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LAST_SHIFT = 63;

    private byte[] bytes;
    private int start;
    private int at;
    private int end;

    /** Reads the whole array. */
    public ByteSource(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Reads a range of an array. @throws IndexOutOfBoundsException if the range does not lie in the array */
    public ByteSource(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        this.bytes = bytes;
        start = offset;
        at = offset;
        end = offset + length;
    }

    /** Starts again on another range. @throws IndexOutOfBoundsException if the range does not lie in the array */
    public void reset(byte[] newBytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, newBytes.length);
        bytes = newBytes;
        start = offset;
        at = offset;
        end = offset + length;
    }

    /** Bytes read so far. */
    public int position() {
        return at - start;
    }

    /** Bytes left. */
    public int remaining() {
        return end - at;
    }

    /** Demands that everything was read. @throws CodecException if bytes are left */
    public void expectEnd() {
        if (at != end) {
            throw new CodecException(remaining() + " bytes too many", position());
        }
    }

    /** Reads a byte as 0 to 255. */
    public int readByte() {
        need(1);
        return bytes[at++] & 0xFF;
    }

    public boolean readBoolean() {
        int value = readByte();
        if (value > 1) {
            throw new CodecException("Neither true nor false: " + value, position() - 1);
        }
        return value == 1;
    }

    public long readVarint() {
        long value = 0;
        for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                if ((shift > 0 && next == 0) || (shift == LAST_SHIFT && next > 1)) {
                    throw new CodecException("Not a canonical varint", position() - 1);
                }
                return value;
            }
        }
        throw new CodecException("A varint of more than ten bytes", position());
    }

    public long readZigzag() {
        long value = readVarint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** Reads a zigzag number that must fit an int. */
    public int readZigzagInt() {
        int where = position();
        long value = readZigzag();
        if (value != (int) value) {
            throw new CodecException("Out of the range of an int: " + value, where);
        }
        return (int) value;
    }

    /** Reads a count of things that take at least {@code minBytes} each, so that no count can claim absurd memory. */
    public int readCount(int minBytes) {
        int where = position();
        long count = readVarint();
        if (count < 0 || count > remaining() / minBytes) {
            throw new CodecException("A count of " + count + " with " + remaining() + " bytes left", where);
        }
        return (int) count;
    }

    public int readInt32() {
        need(Integer.BYTES);
        int value = (int) INT.get(bytes, at);
        at += Integer.BYTES;
        return value;
    }

    public long readInt64() {
        need(Long.BYTES);
        long value = (long) LONG.get(bytes, at);
        at += Long.BYTES;
        return value;
    }

    public double readDouble() {
        return Double.longBitsToDouble(readInt64());
    }

    public byte[] readBytes(int length) {
        need(length);
        byte[] copy = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return copy;
    }

    public String readString() {
        int length = readCount(1);
        String text;
        try {
            text = Utf8.decode(bytes, at, length);
        } catch (CodecException malformed) {
            throw new CodecException("A string that is not UTF-8", malformed.offset() - start, malformed);
        }
        at += length;
        return text;
    }

    private void need(int length) {
        if (length < 0 || length > end - at) {
            throw new CodecException("Needs " + length + " bytes, has " + remaining(), position());
        }
    }
}
