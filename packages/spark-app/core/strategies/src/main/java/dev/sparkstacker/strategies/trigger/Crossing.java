package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/** Whether a value crossed a line between the last bar and this one; the line may move too. */
final class Crossing {
    private boolean comparable;
    private boolean hasPrevious;
    private double before;
    private double now;

    /** Takes the value's distance from the line: positive above it. */
    void update(double aboveLine) {
        comparable = hasPrevious;
        before = now;
        now = aboveLine;
        hasPrevious = true;
    }

    boolean isComparable() {
        return comparable;
    }

    /** From the line or below it to above it. */
    boolean up() {
        return comparable && before <= 0 && now > 0;
    }

    /** From the line or above it to below it. */
    boolean down() {
        return comparable && before >= 0 && now < 0;
    }

    void save(StateSink sink) {
        sink.putInt((comparable ? 1 : 0) + (hasPrevious ? 2 : 0));
        sink.putDouble(before);
        sink.putDouble(now);
    }

    void load(StateSource source) {
        int flags = source.getInt();
        comparable = (flags & 1) != 0;
        hasPrevious = (flags & 2) != 0;
        before = source.getDouble();
        now = source.getDouble();
    }
}
