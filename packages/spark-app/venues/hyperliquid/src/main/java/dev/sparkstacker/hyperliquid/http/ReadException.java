package dev.sparkstacker.hyperliquid.http;

/** Something could not be read from the venue: nothing is known of it. */
public final class ReadException extends Exception {
    private static final long serialVersionUID = 1L;

    public ReadException(String message) {
        super(message);
    }

    public ReadException(String message, Throwable cause) {
        super(message, cause);
    }
}
