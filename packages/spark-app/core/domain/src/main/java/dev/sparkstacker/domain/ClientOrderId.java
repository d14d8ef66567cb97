package dev.sparkstacker.domain;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The 128-bit id that the product gives each order before it is sent; a pure function of its cause, so that a replay
 * gives the same ids and no restart reuses one.
 *
 * <pre>
 *  high: | run, 32 bits          | epoch, 24 bits | sequence, upper 8 bits |
 *  low:  | sequence, lower 48 bits                | index, 16 bits         |
 * </pre>
 *
 * @param high upper 64 bits
 * @param low lower 64 bits
 */
public record ClientOrderId(long high, long low) implements Comparable<ClientOrderId> {
    private static final int TEXT_LENGTH = 34;

    /**
     * Mints the id of one order.
     *
     * @param run the run's id
     * @param epoch the start of the process within the run, 0 to 2^24 - 1
     * @param sequence the sequence of the event that caused the order, 0 to 2^56 - 1
     * @param index the order's place among the event's orders, 0 to 65,535
     */
    public static ClientOrderId mint(int run, int epoch, long sequence, int index) {
        if (epoch < 0 || epoch >= 1 << 24 || sequence < 0 || sequence >= 1L << 56 || index < 0 || index > 0xFFFF) {
            throw new IllegalArgumentException(
                    "Out of range: epoch " + epoch + ", sequence " + sequence + ", index " + index);
        }
        long high = ((long) run << 32) | ((long) epoch << 8) | (sequence >>> 48);
        long low = (sequence << 16) | index;
        return new ClientOrderId(high, low);
    }

    /** Parses the venue's spelling, {@code 0x} and 32 hex digits; empty for anything else. */
    public static Optional<ClientOrderId> parse(String text) {
        if (text.length() != TEXT_LENGTH || !text.startsWith("0x")) {
            return Optional.empty();
        }
        try {
            long high = HexFormat.fromHexDigitsToLong(text, 2, 18);
            long low = HexFormat.fromHexDigitsToLong(text, 18, 34);
            return Optional.of(new ClientOrderId(high, low));
        } catch (NumberFormatException notHex) {
            return Optional.empty();
        }
    }

    /** The run that minted this id, if it is one of ours. */
    public int run() {
        return (int) (high >>> 32);
    }

    /** The epoch within the run. */
    public int epoch() {
        return (int) (high >>> 8) & 0xFFFFFF;
    }

    @Override
    public int compareTo(ClientOrderId other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** The venue's spelling: {@code 0x} and 32 lower-case hex digits. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return "0x" + hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
