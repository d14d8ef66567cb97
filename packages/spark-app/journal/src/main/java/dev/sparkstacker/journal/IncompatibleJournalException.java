package dev.sparkstacker.journal;

/** The journal is whole, but it was written by a build whose records this one cannot read. */
public final class IncompatibleJournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the file and the build that wrote it. */
    public IncompatibleJournalException(String file, String writtenBy) {
        super(file + " was written by build " + writtenBy + ", whose records this build cannot read, and events after"
                + " the newest usable snapshot are in it. Start build " + writtenBy + " once and stop it in order"
                + " (./spark-stacker stop), then start this build.");
    }
}
