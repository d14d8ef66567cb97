package dev.sparkstacker.journal.simulated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The bytes of one file: as they are seen, and as a power cut leaves them. */
final class DiskContent {
    /** A write since the last force. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never shared
    private record Write(int offset, byte[] bytes) {
        int end() {
            return offset + bytes.length;
        }
    }

    private final List<Write> unforced = new ArrayList<>();
    private byte[] seen = new byte[0];
    private byte[] durable = new byte[0];
    private int size;
    private int durableSize;

    int size() {
        return size;
    }

    byte[] bytes() {
        return Arrays.copyOf(seen, size);
    }

    DiskContent copy() {
        DiskContent copy = new DiskContent();
        copy.unforced.addAll(unforced);
        copy.seen = seen.clone();
        copy.durable = durable.clone();
        copy.size = size;
        copy.durableSize = durableSize;
        return copy;
    }

    void write(int at, byte[] bytes, int offset, int length) {
        Write write = new Write(at, Arrays.copyOfRange(bytes, offset, offset + length));
        unforced.add(write);
        seen = placed(seen, write, length);
        size = Math.max(size, write.end());
    }

    void force() {
        for (Write write : unforced) {
            durable = placed(durable, write, write.bytes().length);
        }
        durableSize = size;
        unforced.clear();
    }

    /** The kernel drops what it could not write, and calls the pages clean; they still read as written. */
    void forget() {
        unforced.clear();
    }

    void truncate(int newSize) {
        force();
        size = Math.min(size, newSize);
        Arrays.fill(seen, size, seen.length, (byte) 0);
        durable = Arrays.copyOf(seen, size);
        durableSize = size;
    }

    /** What is left after a power cut: each unforced write meets its fate, and so does the file's length. */
    void crash(Fate fate, Random random) {
        for (Write write : unforced) {
            int kept = fate.kept(write.bytes().length, random);
            durable = placed(durable, write, kept);
            boolean lengthKept = fate != Fate.DROPPED && (fate == Fate.KEPT || random.nextBoolean());
            int reached = lengthKept ? write.end() : write.offset() + kept;
            durableSize = kept == 0 && !lengthKept ? durableSize : Math.max(durableSize, reached);
        }
        durable = Arrays.copyOf(durable, durableSize);
        seen = durable.clone();
        size = durableSize;
        unforced.clear();
    }

    private static byte[] placed(byte[] bytes, Write write, int length) {
        int end = write.offset() + length;
        byte[] target = end <= bytes.length ? bytes : Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        System.arraycopy(write.bytes(), 0, target, write.offset(), length);
        return target;
    }
}
