package dev.sparkstacker.domain;

/**
 * The product's name for one account at the venue, such as {@code main} or {@code hedge}.
 *
 * @param name 1 to 32 characters of {@code a-z 0-9 - _}
 */
public record AccountId(String name) implements Comparable<AccountId> {
    private static final int MAX_LENGTH = 32;

    public AccountId {
        if (!Names.isValid(name, MAX_LENGTH)) {
            throw new IllegalArgumentException("Not an account name: '" + name + "' (a-z, 0-9, - and _, at most 32)");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
