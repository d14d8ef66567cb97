package dev.sparkstacker.backtest.optimize;

/**
 * A stretch of the data that is traded.
 *
 * @param fromMs first instant, inclusive
 * @param toMs last instant, exclusive
 */
public record Window(long fromMs, long toMs) {
    public Window {
        if (fromMs >= toMs) {
            throw new IllegalArgumentException("A window ends after it begins: " + fromMs + " to " + toMs);
        }
    }

    /** How long it is. */
    public long lengthMs() {
        return toMs - fromMs;
    }
}
