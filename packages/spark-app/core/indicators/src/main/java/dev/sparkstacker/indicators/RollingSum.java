package dev.sparkstacker.indicators;

import java.util.Arrays;

/**
 * Sum of the last n values in amortised O(1) without ever subtracting a value that leaves the window, so that no rounding error outlives
 * the value that caused it: a window of zeros sums to exactly zero, even right after an enormous value has left it.
 *
 * <p>The stream is cut into blocks of n. The window then always is the tail of the previous block plus the head of the current one:
 *
 * <pre>
 *      previous block            current block
 *   [ .  .  .  a  b  c ]   [ d  e  f  .  .  . ]
 *              '--- window of n = 6 ---'
 *
 *   block array while position = 3:
 *   index     0   1   2  |  3      4     5
 *             d   e   f  |  a+b+c  b+c   c         left: raw values;  right: suffix sums of the previous block
 *   sum = (d + e + f) + block[position]
 * </pre>
 *
 * When the current block is full its raw values are turned into suffix sums in place: n additions once every n values.
 */
final class RollingSum implements Mean {
    private final double[] block;
    private double headSum;
    private double sum;
    private int position;
    private boolean full;

    RollingSum(int length) {
        block = new double[length];
    }

    @Override
    public void add(double value) {
        block[position] = value;
        headSum += value;
        position++;
        if (position == block.length) {
            turnBlock();
        } else {
            sum = headSum + block[position];
        }
    }

    private void turnBlock() {
        for (int i = block.length - 2; i >= 0; i--) {
            block[i] += block[i + 1];
        }
        sum = block[0];
        headSum = 0;
        position = 0;
        full = true;
    }

    /** Whether n values have been added. */
    @Override
    public boolean isFull() {
        return full;
    }

    /** Sum of the last n values, or of all when there are fewer. */
    double sum() {
        return sum;
    }

    /** {@link #sum()} divided by n: meaningful once full. */
    @Override
    public double mean() {
        return sum / block.length;
    }

    @Override
    public void save(StateSink sink) {
        sink.putInt(position);
        sink.putInt(full ? 1 : 0);
        sink.putDouble(headSum);
        sink.putDouble(sum);
        for (double value : block) {
            sink.putDouble(value);
        }
    }

    @Override
    public void load(StateSource source) {
        position = Checks.intBetween(source, "rolling sum position", 0, block.length - 1);
        full = Checks.intBetween(source, "rolling sum full flag", 0, 1) == 1;
        headSum = source.getDouble();
        sum = source.getDouble();
        Arrays.setAll(block, i -> source.getDouble());
    }
}
