package dev.sparkstacker.wire.sign;

import java.util.HexFormat;

/** Hex with the {@code 0x} the venue wants. */
public final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    /** {@code 0x} and lower-case hex. */
    public static String of(byte[] bytes) {
        return "0x" + FORMAT.formatHex(bytes);
    }

    /**
     * Bytes of hex with or without {@code 0x}.
     *
     * @throws IllegalArgumentException when it is not hex of an even number of digits
     */
    public static byte[] bytes(String hex) {
        return FORMAT.parseHex(hex.startsWith("0x") || hex.startsWith("0X") ? hex.substring(2) : hex);
    }
}
