package dev.sparkstacker.journal;

/**
 * How long sealed segments stay.
 *
 * @param retentionDays days of machine time after which a segment may go
 * @param maxBytes bytes of all segments and archives together above which the oldest segments may go sooner
 */
public record RetentionPolicy(int retentionDays, long maxBytes) {
    /** Thirty days, 20 GiB. */
    public static final RetentionPolicy DEFAULT = new RetentionPolicy(30, 20L << 30);

    /** Checks the ranges. */
    public RetentionPolicy {
        if (retentionDays < 1 || maxBytes < 1) {
            throw new IllegalArgumentException(
                    "Retention takes at least one day and one byte: " + retentionDays + ", " + maxBytes);
        }
    }
}
