package dev.sparkstacker.indicators;

import java.util.Arrays;

/**
 * Sum of the last n values, the oldest times 1 and the newest times n, in amortised O(1) and, like {@link RollingSum}, without ever
 * subtracting a value that leaves the window.
 *
 * <p>The window is the tail of the previous block (older, t values) plus the head of the current one (newer, h values):
 *
 * <pre>
 *   weights    1 … t            t+1 … t+h
 *              tail             head
 *   sum = weighted(tail) + weighted(head) + t * plain(head)
 *
 *   weighted(tail from i) = weighted(tail from i + 1) + plain(tail from i)      each weight rises by one
 * </pre>
 */
final class RollingWeightedSum implements Mean {
    /** Below {@code position}: raw values of the current block; from there on: plain suffix sums of the previous block. */
    private final double[] plain;
    /** From {@code position} on: weighted suffix sums of the previous block. */
    private final double[] weighted;

    private double headPlain;
    private double headWeighted;
    private double sum;
    private int position;
    private boolean full;

    RollingWeightedSum(int length) {
        plain = new double[length];
        weighted = new double[length];
    }

    @Override
    public void add(double value) {
        plain[position] = value;
        position++;
        headPlain += value;
        headWeighted += position * value;
        if (position == plain.length) {
            turnBlock();
        } else {
            sum = weighted[position] + headWeighted + (plain.length - position) * headPlain;
        }
    }

    private void turnBlock() {
        int last = plain.length - 1;
        weighted[last] = plain[last];
        for (int i = last - 1; i >= 0; i--) {
            plain[i] += plain[i + 1];
            weighted[i] = weighted[i + 1] + plain[i];
        }
        sum = weighted[0];
        headPlain = 0;
        headWeighted = 0;
        position = 0;
        full = true;
    }

    @Override
    public boolean isFull() {
        return full;
    }

    /** The weighted sum over n (n + 1) / 2, the sum of the weights; meaningful once full. */
    @Override
    public double mean() {
        double length = plain.length;
        return sum / (length * (length + 1) / 2);
    }

    @Override
    public void save(StateSink sink) {
        sink.putInt(position);
        sink.putInt(full ? 1 : 0);
        sink.putDouble(headPlain);
        sink.putDouble(headWeighted);
        sink.putDouble(sum);
        for (int i = 0; i < plain.length; i++) {
            sink.putDouble(plain[i]);
            // Below position the array holds what the block before left there: it is never read again.
            sink.putDouble(i < position ? 0 : weighted[i]);
        }
    }

    @Override
    public void load(StateSource source) {
        position = Checks.intBetween(source, "rolling weighted sum position", 0, plain.length - 1);
        full = Checks.intBetween(source, "rolling weighted sum full flag", 0, 1) == 1;
        headPlain = source.getDouble();
        headWeighted = source.getDouble();
        sum = source.getDouble();
        Arrays.fill(weighted, 0);
        for (int i = 0; i < plain.length; i++) {
            plain[i] = source.getDouble();
            weighted[i] = source.getDouble();
        }
    }
}
