package dev.sparkstacker.wire.sign;

import java.util.Locale;

/** An account address: {@code 0x} and 40 hex digits, lower case wherever it is hashed. */
public record Address(String text) {
    private static final int LENGTH = 42;

    /** The address that revokes an agent. */
    public static final Address ZERO = new Address("0x" + "0".repeat(40));

    /**
     * Lower-cases and checks.
     *
     * @throws IllegalArgumentException when it is not {@code 0x} and 40 hex digits
     */
    public Address {
        text = text.toLowerCase(Locale.ROOT);
        if (!isLowerCase(text)) {
            throw new IllegalArgumentException(
                    "an address is 0x and 40 hex digits, got " + text.length() + " characters");
        }
    }

    /** Whether a text is an address in either letter case. */
    public static boolean isAddress(String text) {
        return isLowerCase(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isLowerCase(String text) {
        if (text.length() != LENGTH || !text.startsWith("0x")) {
            return false;
        }
        for (int i = 2; i < LENGTH; i++) {
            char digit = text.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
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
