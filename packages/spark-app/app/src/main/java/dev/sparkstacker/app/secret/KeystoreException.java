package dev.sparkstacker.app.secret;

/** The keystore cannot be used as asked; the message says why and what helps. It never holds key material. */
public final class KeystoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeystoreException(String message) {
        super(message);
    }

    public KeystoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
