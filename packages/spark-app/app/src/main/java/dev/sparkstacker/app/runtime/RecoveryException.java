package dev.sparkstacker.app.runtime;

/** The journal cannot be taken up again; nothing was traded. The message says what helps. */
public final class RecoveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RecoveryException(String message) {
        super(message);
    }

    public RecoveryException(String message, Throwable cause) {
        super(message, cause);
    }
}
