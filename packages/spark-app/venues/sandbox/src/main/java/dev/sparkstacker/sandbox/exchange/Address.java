package dev.sparkstacker.sandbox.exchange;

import java.util.Locale;

/**
 * An account's, sub-account's or agent's address.
 *
 * @param hex {@code 0x} and 40 lower-case hex digits
 */
public record Address(String hex) implements Comparable<Address> {
    private static final int LENGTH = 42;

    /** The address that revokes an agent. */
    public static final Address ZERO = new Address("0x" + "0".repeat(40));

    public Address {
        if (!isAddress(hex)) {
            throw new IllegalArgumentException("Not an address: '" + hex + "' (0x and 40 lower-case hex digits)");
        }
    }

    /** Reads an address in any letter case. @throws IllegalArgumentException if it is none */
    public static Address of(String text) {
        return new Address(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isAddress(String text) {
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

    @Override
    public int compareTo(Address other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
