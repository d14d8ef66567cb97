package dev.sparkstacker.domain.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A 64-bit hash that is the same on every machine, JVM and build: of schemas, of states, of the commands emitted so
 * far. It finds differences that happen; it is no defence against a forger.
 *
 * <pre>
 *  h ← previous ⊕ (length × K1)
 *  each 8 bytes w, little-endian, the last one padded with zeros:   h ← rotl(h ⊕ (w × K1), 29) × K2
 *  a single number w:                            h ← rotl(rotl(previous, 17) ⊕ (w × K1), 29) × K2
 *  then always:  h ← h ⊕ h≫32,  h × K1,  h ⊕ h≫29,  h × K2,  h ⊕ h≫32
 * </pre>
 */
public final class StateHash {
    /** The hash of nothing, where a chain begins. */
    public static final long EMPTY = 0x5350_4152_4B53_5441L;

    private static final long K1 = 0x9E37_79B9_7F4A_7C15L;
    private static final long K2 = 0xD6E8_FEB8_6659_FD93L;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private StateHash() {}

    /** Hashes bytes. */
    public static long of(byte[] bytes) {
        return extend(EMPTY, bytes, 0, bytes.length);
    }

    /** Hashes what was written to a sink. */
    public static long of(ByteSink sink) {
        return extend(EMPTY, sink.array(), 0, sink.size());
    }

    /** Hashes text. */
    public static long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Continues a chain: the hash of everything hashed into {@code previous}, then these bytes. */
    public static long extend(long previous, byte[] bytes, int offset, int length) {
        long hash = previous ^ (length * K1);
        int at = offset;
        int end = offset + length;
        while (end - at >= Long.BYTES) {
            hash = step(hash, (long) LONG.get(bytes, at));
            at += Long.BYTES;
        }
        if (at < end) {
            long last = 0;
            for (int shift = 0; at < end; shift += Byte.SIZE) {
                last |= (bytes[at++] & 0xFFL) << shift;
            }
            hash = step(hash, last);
        }
        return finish(hash);
    }

    /** Continues a chain with a number. */
    public static long extend(long previous, long value) {
        return finish(step(Long.rotateLeft(previous, 17), value));
    }

    private static long step(long hash, long word) {
        return Long.rotateLeft(hash ^ (word * K1), 29) * K2;
    }

    private static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * K1;
        mixed = (mixed ^ (mixed >>> 29)) * K2;
        return mixed ^ (mixed >>> 32);
    }
}
