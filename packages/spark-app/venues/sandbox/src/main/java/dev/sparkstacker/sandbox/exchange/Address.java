package dev.sparkstacker.sandbox.exchange;

import java.util.Locale;

/**
 * An account's, sub-account's or agent's address.
 *
 * @param hex {@code 0x} and 40 lower-case hex digits
 */
public record Address(String hex) implements Comparable<Address> {
    /** The address that revokes an agent. */
    public static final Address ZERO = new Address("0x" + "0".repeat(40));

    public Address {
        if (!hex.matches("0x[0-9a-f]{40}")) {
            throw new IllegalArgumentException("Not an address: '" + hex + "' (0x and 40 lower-case hex digits)");
        }
    }

    /** Reads an address in any letter case. @throws IllegalArgumentException if it is none */
    public static Address of(String text) {
        return new Address(text.toLowerCase(Locale.ROOT));
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
