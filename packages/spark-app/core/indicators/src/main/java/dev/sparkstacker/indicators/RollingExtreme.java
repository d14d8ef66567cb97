package dev.sparkstacker.indicators;

/**
 * Highest or lowest of the last n values in amortised O(1): a monotonic deque kept in two ring arrays.
 *
 * <pre>
 *   highest of n = 4, values 7 3 5 4 | next: 4
 *
 *   deque   front                back
 *   value    5      4
 *   bar      #2     #3                      7 (#0) left the window, 3 (#1) was hidden by the later 5
 *
 *   add 4 (#4): drop from the back what is not higher (the older 4), append 4, drop from the front what is n bars old
 *   front = highest
 * </pre>
 *
 * Of equal values the youngest is kept. Warm-up is n bars.
 */
public final class RollingExtreme implements Indicator {
    private static final long TAG = StateTag.of("EXTREME");

    private final int length;
    private final boolean highest;
    private final double[] values;
    private final long[] bars;
    private int front;
    private int size;
    private long barCount;

    private RollingExtreme(int length, boolean highest) {
        this.length = Checks.atLeast(1, "length", length);
        this.highest = highest;
        values = new double[length];
        bars = new long[length];
    }

    /**
     * The highest of the last {@code length} values.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public static RollingExtreme highest(int length) {
        return new RollingExtreme(length, true);
    }

    /**
     * The lowest of the last {@code length} values.
     *
     * @throws IllegalArgumentException if the length is below 1
     */
    public static RollingExtreme lowest(int length) {
        return new RollingExtreme(length, false);
    }

    public void update(double value) {
        Checks.finite("value", value);
        if (size > 0 && bars[front] <= barCount - length) {
            front = slot(1);
            size--;
        }
        while (size > 0 && hides(value, values[slot(size - 1)])) {
            size--;
        }
        int back = slot(size);
        values[back] = value;
        bars[back] = barCount;
        size++;
        barCount++;
    }

    private boolean hides(double younger, double older) {
        return highest ? younger >= older : younger <= older;
    }

    private int slot(int offset) {
        int index = front + offset;
        return index >= length ? index - length : index;
    }

    /** The extreme of the last n values. */
    public double value() {
        Checks.ready(this);
        return values[front];
    }

    /** How many bars ago the extreme was, 0 for the newest bar; of equal values the youngest counts. */
    public int barsAgo() {
        Checks.ready(this);
        return (int) (barCount - 1 - bars[front]);
    }

    @Override
    public int warmUpBars() {
        return length;
    }

    @Override
    public boolean isReady() {
        return barCount >= length;
    }

    @Override
    public void save(StateSink sink) {
        sink.putLong(TAG);
        sink.putInt(length);
        sink.putInt(highest ? 1 : 0);
        sink.putLong(barCount);
        sink.putInt(size);
        for (int i = 0; i < size; i++) {
            sink.putDouble(values[slot(i)]);
            sink.putLong(bars[slot(i)]);
        }
    }

    @Override
    public void load(StateSource source) {
        Checks.expect(source, this, "kind", TAG);
        Checks.expect(source, this, "length", length);
        Checks.expect(source, this, "highest", highest ? 1 : 0);
        barCount = Checks.notNegative(source, "number of bars");
        size = Checks.intBetween(source, "deque size", barCount == 0 ? 0 : 1, (int) Math.min(length, barCount));
        front = 0;
        for (int i = 0; i < size; i++) {
            values[i] = source.getDouble();
            bars[i] = source.getLong();
        }
    }

    @Override
    public String toString() {
        return (highest ? "Highest(" : "Lowest(") + length + ")";
    }
}
