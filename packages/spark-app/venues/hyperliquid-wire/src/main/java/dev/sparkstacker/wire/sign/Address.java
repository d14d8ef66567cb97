package dev.sparkstacker.wire.sign;

import java.util.Locale;
import java.util.regex.Pattern;

/** An account address: {@code 0x} and 40 hex digits, lower case wherever it is hashed. */
public record Address(String text) {
    private static final Pattern HEX = Pattern.compile("0x[0-9a-f]{40}");

    /** The address that revokes an agent. */
    public static final Address ZERO = new Address("0x" + "0".repeat(40));

    /**
     * Lower-cases and checks.
     *
     * @throws IllegalArgumentException when it is not {@code 0x} and 40 hex digits
     */
    public Address {
        text = text.toLowerCase(Locale.ROOT);
        if (!HEX.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "an address is 0x and 40 hex digits, got " + text.length() + " characters");
        }
    }

    /** Whether a text is an address in either letter case. */
    public static boolean isAddress(String text) {
        return text.length() == 42 && HEX.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /** The 20 raw bytes. */
    public byte[] bytes() {
        return Hex.bytes(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
