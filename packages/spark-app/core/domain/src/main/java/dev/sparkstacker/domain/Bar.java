package dev.sparkstacker.domain;

/**
 * One candle, named by its open time.
 *
 * @param openTimeMs open time in venue milliseconds, aligned to the interval
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded size in base units
 * @param trades number of trades
 */
public record Bar(long openTimeMs, Price open, Price high, Price low, Price close, Quantity volume, long trades) {
    public Bar {
        boolean consistent = low.compareTo(high) <= 0
                && open.compareTo(low) >= 0
                && open.compareTo(high) <= 0
                && close.compareTo(low) >= 0
                && close.compareTo(high) <= 0
                && low.e8() > 0;
        if (!consistent) {
            throw new IllegalArgumentException(
                    "Inconsistent bar at " + openTimeMs + ": o=" + open + " h=" + high + " l=" + low + " c=" + close);
        }
    }
}
