package dev.sparkstacker.journal.simulated;

import java.util.Random;

/** What a power cut does to each write that was not forced. */
public enum Fate {
    /** All of it had reached the disk. */
    KEPT,
    /** Nothing of it had; new bytes read as zeros, old ones as before. */
    DROPPED,
    /** A part of it from its beginning had. */
    TORN,
    /** One of the three, drawn for each write. */
    ANY;

    private static final int KINDS = 3;

    /** Bytes kept of a write. */
    int kept(int length, Random random) {
        return switch (this) {
            case KEPT -> length;
            case DROPPED -> 0;
            case TORN -> random.nextInt(length + 1);
            case ANY -> values()[random.nextInt(KINDS)].kept(length, random);
        };
    }
}
