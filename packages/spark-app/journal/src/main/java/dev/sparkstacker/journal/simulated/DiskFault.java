package dev.sparkstacker.journal.simulated;

/**
 * A fault that begins with one change asked of the disk.
 *
 * @param kind what goes wrong
 * @param at number of the change, counted from 1 over the disk's life, with which it begins
 * @param lasting whether it goes on until the disk is healed; otherwise it happens once
 */
public record DiskFault(Kind kind, long at, boolean lasting) {
    /** What goes wrong. */
    public enum Kind {
        /** Any change fails; half of a write may be in the file. */
        IO_ERROR,
        /** Writes take half of what they are given and say that no space is left; forcing and deleting work. */
        NO_SPACE,
        /** Forcing fails, and what was not forced is forgotten: a later force succeeds without it. */
        FORCE_FAILS
    }
}
