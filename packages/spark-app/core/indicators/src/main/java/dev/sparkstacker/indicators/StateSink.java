package dev.sparkstacker.indicators;

/** Takes an indicator's state as a sequence of words; {@link StateSource} gives them back in the same order. */
public interface StateSink {
    void putLong(long value);

    void putInt(int value);

    /** Keeps the exact bits, so that negative zero and every last digit survive. */
    void putDouble(double value);
}
