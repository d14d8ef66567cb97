package dev.sparkstacker.journal;

/**
 * Something in a journal that was not written so.
 *
 * @param file the file, relative to the journal's folder
 * @param offset byte offset of the first bad record in the file, uncompressed
 * @param reason what is wrong there
 * @param readableUpTo the last event before it that a valid commit covers, 0 where there is none or the file is no
 *     segment
 * @param readableFrom the first event behind it whose record is whole, 0 where there is none
 */
public record Damage(String file, long offset, String reason, long readableUpTo, long readableFrom) {
    /** Damage of a file of which nothing can be read. */
    static Damage of(String file, long offset, String reason) {
        return new Damage(file, offset, reason, 0, 0);
    }

    /** Where and what, in one line. */
    public String line() {
        return file + " at byte " + offset + ": " + reason + readable();
    }

    private String readable() {
        if (readableUpTo == 0 && readableFrom == 0) {
            return "";
        }
        String before = readableUpTo == 0 ? "nothing before it" : "events up to " + readableUpTo + " before it";
        String behind = readableFrom == 0 ? "nothing behind it" : "events from " + readableFrom + " on behind it";
        return " (readable: " + before + ", " + behind + " in this file)";
    }
}
