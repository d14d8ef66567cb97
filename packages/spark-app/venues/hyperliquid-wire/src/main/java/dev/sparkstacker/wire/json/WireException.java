package dev.sparkstacker.wire.json;

import java.io.Serial;

/** A message that is not what the protocol says: why, where, and what was found. Checked, so that nobody forgets it. */
public final class WireException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why a message was refused. */
    public enum Reason {
        /** The bytes are not JSON (or not UTF-8, or go on after the first value). */
        NOT_JSON,
        /** Longer than the limit for a message, a string or a number. */
        TOO_LARGE,
        /** Nested deeper than any documented message. */
        TOO_DEEP,
        /** The same key twice in one object. */
        DUPLICATE_KEY,
        /** A value of another JSON type than documented. */
        WRONG_TYPE,
        /** A documented key is missing. */
        MISSING_FIELD,
        /** A string that should be a decimal number and is not. */
        BAD_NUMBER,
        /** Right type, impossible value. */
        BAD_VALUE,
        /** A type, channel or status that the protocol does not document. */
        UNKNOWN_TYPE
    }

    private final Reason reason;
    private final String path;

    /**
     * @param reason why
     * @param path where, from the root of the message, for example {@code /data/levels/0/3/px}
     * @param detail what was found and what would be right
     */
    public WireException(Reason reason, String path, String detail) {
        super(reason + " at " + (path.isEmpty() ? "/" : path) + ": " + detail);
        this.reason = reason;
        this.path = path;
    }

    /** Why the message was refused. */
    public Reason reason() {
        return reason;
    }

    /** Where in the message, in JSON pointer form; empty for the whole of it. */
    public String path() {
        return path;
    }
}
