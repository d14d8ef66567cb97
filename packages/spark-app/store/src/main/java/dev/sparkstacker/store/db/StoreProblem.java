package dev.sparkstacker.store.db;

/** What can be wrong with the store, each with what helps. The journal is untouched by any of them. */
public enum StoreProblem {
    READ_ONLY(
            "it cannot be written",
            "Make the file and its folder writable for this user (SQLite keeps -wal and -shm files beside it)."),
    DISK_FULL(
            "its disk is full", "Free space and start again: the store catches up from the journal, nothing is lost."),
    CORRUPT("its content is damaged", "Rebuild it from the journal: ./spark-stacker store rebuild"),
    NEWER_SCHEMA(
            "a newer build has written it",
            "Start that build again, or rebuild the store for this one: ./spark-stacker store rebuild"),
    SCHEMA_MISMATCH(
            "its schema is not the one this build makes",
            "If it is this product's store, rebuild it: ./spark-stacker store rebuild. Otherwise name another database."),
    BUSY(
            "another process is writing it",
            "Stop the other process, or wait until it is done; one process writes a store."),
    UNREACHABLE(
            "it cannot be opened",
            "Check that the path, or the address, user and password, are right and that the folder exists."),
    UNSUPPORTED(
            "no driver knows this kind of database",
            "Use jdbc:sqlite:<file> or jdbc:postgresql://<host>/<database>; the driver must be on the class path."),
    FAILED("the database refused", "See the cause; a rebuild is always safe: ./spark-stacker store rebuild");

    private final String what;
    private final String remedy;

    StoreProblem(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    /** What is wrong, as the end of a sentence about the store. */
    public String what() {
        return what;
    }

    /** What helps, in whole sentences. */
    public String remedy() {
        return remedy;
    }
}
