package dev.sparkstacker.domain.codec;

/** Bytes that are not the canonical form of the type they were read as. */
public final class CodecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * Tells what is wrong and where.
     *
     * @param message what is wrong
     * @param offset where reading stopped, in bytes from the start of the source
     */
    public CodecException(String message, int offset) {
        super(message + " (byte " + offset + ")");
        this.offset = offset;
    }

    /** As above, for a value that the type itself refused. */
    public CodecException(String message, int offset, Throwable cause) {
        super(message + " (byte " + offset + ")", cause);
        this.offset = offset;
    }

    /** Where reading stopped, in bytes from the start of the source. */
    public int offset() {
        return offset;
    }
}
