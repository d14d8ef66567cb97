package dev.sparkstacker.backtest.optimize;

/** A run of a sweep failed in a way that is no property of its parameters. */
public final class SweepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what happened. */
    public SweepException(String message, Throwable cause) {
        super(message, cause);
    }
}
