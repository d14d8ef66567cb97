package dev.sparkstacker.journal;

/** The journal holds bytes before its last commit that were not written so. Nothing was changed; nothing may trade. */
public final class CorruptJournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long offset;
    private final String reason;

    /**
     * Tells where and what.
     *
     * @param file the file, relative to the journal's folder
     * @param offset byte offset of the first bad record in the file, uncompressed
     * @param reason what is wrong with it
     */
    public CorruptJournalException(String file, long offset, String reason) {
        super("Corrupt journal: " + file + " at byte " + offset + ": " + reason + ". Nothing was changed and nothing"
                + " trades. Run ./spark-stacker verify-journal to see what is readable; then restore the file from a"
                + " backup, or move the journal folder aside to begin a new run.");
        this.file = file;
        this.offset = offset;
        this.reason = reason;
    }

    /** The file, relative to the journal's folder. */
    public String file() {
        return file;
    }

    /** Byte offset of the first bad record in the file, uncompressed. */
    public long offset() {
        return offset;
    }

    /** What is wrong there. */
    public String reason() {
        return reason;
    }
}
