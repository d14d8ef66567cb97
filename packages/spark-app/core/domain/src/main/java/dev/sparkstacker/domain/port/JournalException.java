package dev.sparkstacker.domain.port;

/** The journal could not be written. What was not committed before is not to be trusted. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    public JournalException(String message) {
        super(message);
    }
}
