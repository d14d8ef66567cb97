package dev.sparkstacker.journal;

import java.io.IOException;

/** Another process works on this journal. */
public final class JournalLockedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Names the folder that is taken. */
    public JournalLockedException(String folder) {
        super("The journal in " + folder + " is in use by another Spark Stacker. Stop it first (./spark-stacker stop),"
                + " or give this one its own folder with --data-dir.");
    }
}
