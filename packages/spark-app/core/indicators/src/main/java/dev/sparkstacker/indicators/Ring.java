package dev.sparkstacker.indicators;

import java.util.Arrays;

/** The last n values; 0 is the newest. */
final class Ring {
    private final double[] values;
    private int next;
    private int count;

    Ring(int length) {
        values = new double[length];
    }

    void add(double value) {
        values[next] = value;
        next = next + 1 == values.length ? 0 : next + 1;
        count = Math.min(count + 1, values.length);
    }

    boolean isFull() {
        return count == values.length;
    }

    /** The value so many places before the newest; below n, and only values that were added. */
    double get(int back) {
        int index = next - 1 - back;
        return values[index < 0 ? index + values.length : index];
    }

    void save(StateSink sink) {
        sink.putInt(next);
        sink.putInt(count);
        for (double value : values) {
            sink.putDouble(value);
        }
    }

    void load(StateSource source) {
        next = Checks.intBetween(source, "ring position", 0, values.length - 1);
        count = Checks.intBetween(source, "ring count", 0, values.length);
        Arrays.setAll(values, i -> source.getDouble());
    }
}
