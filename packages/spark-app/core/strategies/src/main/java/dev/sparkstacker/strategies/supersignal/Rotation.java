package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/**
 * The turn of the fast oscillator.
 *
 * <pre>
 *   up     %K was at or below %D, is above it now, and %K is higher than one bar before
 *   down   %K was at or above %D, is below it now, and %K is lower than one bar before
 * </pre>
 */
final class Rotation {
    private boolean hasPrevious;
    private double previousK;
    private double previousD;
    private double k;
    private double d;
    private boolean comparable;

    void update(double newK, double newD) {
        comparable = hasPrevious;
        previousK = k;
        previousD = d;
        k = newK;
        d = newD;
        hasPrevious = true;
    }

    /** Whether %K crossed %D towards this side on the newest bar. */
    boolean crossed(Side side) {
        return comparable
                && switch (side) {
                    case BUY -> previousK <= previousD && k > d;
                    case SELL -> previousK >= previousD && k < d;
                };
    }

    /** Whether it crossed and also is further from the extreme than one bar before. */
    boolean turned(Side side) {
        return crossed(side)
                && switch (side) {
                    case BUY -> k > previousK;
                    case SELL -> k < previousK;
                };
    }

    /** Whether %K crossed a level in favour of a position on this side on the newest bar. */
    boolean reached(Side side, double level) {
        return comparable
                && switch (side) {
                    case BUY -> previousK < level && k >= level;
                    case SELL -> previousK > level && k <= level;
                };
    }

    void save(StateSink sink) {
        sink.putInt((hasPrevious ? 1 : 0) + (comparable ? 2 : 0));
        sink.putDouble(previousK);
        sink.putDouble(previousD);
        sink.putDouble(k);
        sink.putDouble(d);
    }

    void load(StateSource source) {
        int flags = source.getInt();
        hasPrevious = (flags & 1) != 0;
        comparable = (flags & 2) != 0;
        previousK = source.getDouble();
        previousD = source.getDouble();
        k = source.getDouble();
        d = source.getDouble();
    }
}
