package dev.sparkstacker.hyperliquid.limits;

/** No safe nonce can be given: nothing may be signed. The message names the remedy. */
public final class NonceException extends Exception {
    private static final long serialVersionUID = 1L;

    public NonceException(String message) {
        super(message);
    }

    public NonceException(String message, Throwable cause) {
        super(message, cause);
    }
}
