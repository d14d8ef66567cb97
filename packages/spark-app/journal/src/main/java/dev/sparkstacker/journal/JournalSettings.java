package dev.sparkstacker.journal;

/**
 * Sizes of the journal.
 *
 * @param segmentBytes a segment that has grown to this is sealed at the next batch; 16 KiB or more
 * @param keptSnapshots how many snapshots stay, 1 or more
 */
public record JournalSettings(long segmentBytes, int keptSnapshots) {
    /** Segments of 64 MiB, three snapshots. */
    public static final JournalSettings DEFAULT = new JournalSettings(64L << 20, 3);

    /** Checks the ranges. */
    public JournalSettings {
        if (segmentBytes < 16 * 1024 || keptSnapshots < 1) {
            throw new IllegalArgumentException("A segment takes at least 16384 bytes and one snapshot must stay: "
                    + segmentBytes + ", " + keptSnapshots);
        }
    }
}
