package dev.sparkstacker.domain.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A growing byte array to encode into; reuse it with {@link #clear}. Not for several threads.
 *
 * <pre>
 *  varint   7 bits a byte, low bits first, top bit set on every byte but the last
 *  zigzag   0, -1, 1, -2, 2 … become the varints 0, 1, 2, 3, 4 …
 *  int32    4 bytes, little-endian          int64  8 bytes, little-endian
 *  string   varint of the byte count, then UTF-8; a lone surrogate takes its three-byte form, so that no text changes
 * </pre>
 */
public final class ByteSink {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MAX_VARINT = 10;

    private byte[] bytes;
    private int size;

    public ByteSink() {
        this(256);
    }

    /** A sink with room for so many bytes at first. */
    public ByteSink(int capacity) {
        bytes = new byte[Math.max(capacity, 16)];
    }

    /** Bytes written. */
    public int size() {
        return size;
    }

    /** The backing array; only the first {@link #size()} bytes count, and only until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Forgets everything but the allocated array. */
    public void clear() {
        size = 0;
    }

    /** Forgets what was written after the given size. @throws IllegalArgumentException if less was written */
    public void truncate(int newSize) {
        if (newSize < 0 || newSize > size) {
            throw new IllegalArgumentException("Cannot truncate " + size + " bytes to " + newSize);
        }
        size = newSize;
    }

    public void writeByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    public void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    /** Writes a varint; negative values count as unsigned and take ten bytes. */
    public void writeVarint(long value) {
        ensure(MAX_VARINT);
        long rest = value;
        int at = size;
        while ((rest & ~0x7FL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        size = at;
    }

    public void writeZigzag(long value) {
        writeVarint((value << 1) ^ (value >> 63));
    }

    public void writeInt32(int value) {
        ensure(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    public void writeInt64(long value) {
        ensure(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** Overwrites an int32 written before. */
    public void putInt32(int position, int value) {
        if (position < 0 || position > size - Integer.BYTES) {
            throw new IllegalArgumentException("No int32 at " + position + " of " + size + " bytes");
        }
        INT.set(bytes, position, value);
    }

    public void writeDouble(double value) {
        writeInt64(Double.doubleToRawLongBits(value));
    }

    public void writeBytes(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    public void writeString(String text) {
        int encoded = Utf8.encodedLength(text);
        writeVarint(encoded);
        ensure(encoded);
        Utf8.encode(text, bytes, size);
        size += encoded;
    }

    private void ensure(int more) {
        int needed = size + more;
        if (needed < 0) {
            throw new IllegalStateException("More than 2 GiB in one sink");
        }
        if (needed > bytes.length) {
            long doubled = Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8);
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, doubled));
        }
    }
}
