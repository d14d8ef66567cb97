package dev.sparkstacker.journal;

/** The journal holds bytes before its last commit that were not written so. Nothing was changed; nothing may trade. */
public final class CorruptJournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Damage damage;

    /** Tells where and what, and what helps. */
    public CorruptJournalException(Damage damage) {
        super("Corrupt journal: " + damage.line() + ". Nothing was changed and nothing trades. "
                + "'./spark-stacker verify-journal' shows all of what is damaged. Then restore the file from a backup,"
                + " or run './spark-stacker verify-journal --quarantine': it sets the damaged files aside, and the next"
                + " start goes on from the last good snapshot and only reduces positions until it agrees with the"
                + " venue.");
        this.damage = damage;
    }

    /** Damage of a file of which nothing can be read. */
    CorruptJournalException(String file, long offset, String reason) {
        this(Damage.of(file, offset, reason));
    }

    /** Where and what. */
    public Damage damage() {
        return damage;
    }

    /** The file, relative to the journal's folder. */
    public String file() {
        return damage.file();
    }

    /** Byte offset of the first bad record in the file, uncompressed. */
    public long offset() {
        return damage.offset();
    }

    /** What is wrong there. */
    public String reason() {
        return damage.reason();
    }
}
