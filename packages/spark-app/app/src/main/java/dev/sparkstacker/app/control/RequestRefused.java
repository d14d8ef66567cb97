package dev.sparkstacker.app.control;

/** A request cannot be answered as it was asked; the message says what would be right. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RequestRefused(String message) {
        super(message);
    }
}
