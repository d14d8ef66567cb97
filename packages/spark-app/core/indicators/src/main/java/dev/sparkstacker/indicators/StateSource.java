package dev.sparkstacker.indicators;

/**
 * Gives back what was put into a {@link StateSink}, in the same order and with the same types.
 *
 * <p>Every getter throws {@link IllegalStateException} when no word is left or the word is not of that type.
 */
public interface StateSource {
    long getLong();

    int getInt();

    /** The exact bits that were put. */
    double getDouble();
}
