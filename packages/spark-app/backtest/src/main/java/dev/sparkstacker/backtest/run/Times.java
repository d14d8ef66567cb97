package dev.sparkstacker.backtest.run;

import java.util.Arrays;

/** A growing column of whole numbers. */
final class Times {
    private static final int FIRST_CAPACITY = 256;

    private long[] values = new long[FIRST_CAPACITY];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** The newest. @throws IllegalStateException while there is none */
    long last() {
        if (size == 0) {
            throw new IllegalStateException("No value yet");
        }
        return values[size - 1];
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
