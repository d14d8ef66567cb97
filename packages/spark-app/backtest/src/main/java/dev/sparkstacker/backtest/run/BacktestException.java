package dev.sparkstacker.backtest.run;

/** A run cannot be made, or broke off; the message says why and what would be right. */
public final class BacktestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BacktestException(String message) {
        super(message);
    }

    public BacktestException(String message, Throwable cause) {
        super(message, cause);
    }
}
