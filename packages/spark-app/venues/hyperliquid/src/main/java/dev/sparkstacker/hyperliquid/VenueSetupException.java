package dev.sparkstacker.hyperliquid;

/** The venue cannot be traded on as configured. The message says what is wrong and what would be right. */
public final class VenueSetupException extends Exception {
    private static final long serialVersionUID = 1L;

    public VenueSetupException(String message) {
        super(message);
    }

    public VenueSetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
