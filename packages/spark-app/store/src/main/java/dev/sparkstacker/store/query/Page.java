package dev.sparkstacker.store.query;

/**
 * A part of a list, newest first.
 *
 * @param limit how many at most, 1 to 10,000
 * @param offset how many newer ones to leave out, 0 or more
 */
public record Page(int limit, int offset) {
    private static final int MAX_LIMIT = 10_000;

    public Page {
        if (limit < 1 || limit > MAX_LIMIT || offset < 0) {
            throw new IllegalArgumentException(
                    "Not a page: limit " + limit + " (1 to " + MAX_LIMIT + "), offset " + offset + " (0 or more)");
        }
    }

    /** The newest ones. */
    public static Page newest(int limit) {
        return new Page(limit, 0);
    }
}
