package dev.sparkstacker.indicators;

import java.util.Arrays;

/**
 * State as a growable array of 64-bit words: written at the end, read from a cursor that starts at the front.
 *
 * <pre>
 *   word      0        1        2              size
 *         +--------+--------+--------+-- ... --+
 *         |  long  |  int   | double |         |      an int is sign-extended, a double is its raw bits
 *         +--------+--------+--------+-- ... --+
 *              ^ cursor: next word to read      ^ next word to write
 * </pre>
 */
public final class StateArray implements StateSink, StateSource {
    private static final int INITIAL_WORDS = 64;

    private long[] words;
    private int size;
    private int cursor;

    public StateArray() {
        this(new long[INITIAL_WORDS], 0);
    }

    private StateArray(long[] words, int size) {
        this.words = words;
        this.size = size;
    }

    /** A state to read from, as {@link #toArray()} gave it; the array is copied. */
    public static StateArray of(long[] words) {
        return new StateArray(words.clone(), words.length);
    }

    /** All words written so far, as a copy. */
    public long[] toArray() {
        return Arrays.copyOf(words, size);
    }

    /** Number of words written. */
    public int size() {
        return size;
    }

    /** Number of words written and not yet read. */
    public int remaining() {
        return size - cursor;
    }

    /** Moves the read cursor back to the first word. */
    public void rewind() {
        cursor = 0;
    }

    /** Forgets all words and keeps the capacity, so that the next snapshot of the same size allocates nothing. */
    public void clear() {
        size = 0;
        cursor = 0;
    }

    @Override
    public void putLong(long value) {
        if (size == words.length) {
            words = Arrays.copyOf(words, Math.max(INITIAL_WORDS, size * 2));
        }
        words[size] = value;
        size++;
    }

    @Override
    public void putInt(int value) {
        putLong(value);
    }

    @Override
    public void putDouble(double value) {
        putLong(Double.doubleToRawLongBits(value));
    }

    @Override
    public long getLong() {
        if (cursor == size) {
            throw new IllegalStateException("state ends after " + size + " words, one more was asked for");
        }
        long word = words[cursor];
        cursor++;
        return word;
    }

    @Override
    public int getInt() {
        long word = getLong();
        if ((int) word != word) {
            throw new IllegalStateException("state word " + (cursor - 1) + " is " + word + ", which is not an int");
        }
        return (int) word;
    }

    @Override
    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }
}
