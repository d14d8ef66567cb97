package dev.sparkstacker.indicators;

import java.util.Arrays;

/**
 * Mean and sum of squared deviations of the last n values in amortised O(1), stable: nothing is ever subtracted from an accumulator, so
 * a tiny deviation around a large price keeps its digits and a flat window deviates by exactly zero.
 *
 * <p>Laid out in blocks like {@link RollingSum}: the suffix moments of the previous block and the running moments of the current one are
 * grown value by value with Welford's step and joined with Chan's formula:
 *
 * <pre>
 *   d  = mean(b) - mean(a)
 *   mean     = mean(a) + d * nb / n
 *   squares  = squares(a) + squares(b) + d*d * na * nb / n        n = na + nb
 * </pre>
 */
final class RollingMoments {
    /** Below {@code position}: raw values of the current block; from there on: suffix means of the previous block. */
    private final double[] means;
    /** From {@code position} on: suffix sums of squared deviations of the previous block. */
    private final double[] squares;

    private double headMean;
    private double headSquares;
    private double mean;
    private double squaredDeviations;
    private int position;
    private boolean full;

    RollingMoments(int length) {
        means = new double[length];
        squares = new double[length];
    }

    void add(double value) {
        means[position] = value;
        position++;
        double delta = value - headMean;
        headMean += delta / position;
        headSquares += delta * (value - headMean);
        if (position == means.length) {
            turnBlock();
        } else if (full) {
            joinTail();
        }
    }

    private void joinTail() {
        int length = means.length;
        int tail = length - position;
        double delta = means[position] - headMean;
        mean = headMean + delta * tail / length;
        squaredDeviations = headSquares + squares[position] + delta * delta * position * tail / length;
    }

    private void turnBlock() {
        int last = means.length - 1;
        squares[last] = 0;
        for (int i = last - 1; i >= 0; i--) {
            double delta = means[i] - means[i + 1];
            means[i] = means[i + 1] + delta / (last - i + 1);
            squares[i] = squares[i + 1] + delta * delta * (last - i) / (last - i + 1);
        }
        mean = headMean;
        squaredDeviations = headSquares;
        headMean = 0;
        headSquares = 0;
        position = 0;
        full = true;
    }

    boolean isFull() {
        return full;
    }

    /** Mean of the last n values; zero until full. */
    double mean() {
        return mean;
    }

    /** Sum of squared deviations from {@link #mean()}, never negative; zero until full. */
    double squaredDeviations() {
        return squaredDeviations;
    }

    void save(StateSink sink) {
        sink.putInt(position);
        sink.putInt(full ? 1 : 0);
        sink.putDouble(headMean);
        sink.putDouble(headSquares);
        sink.putDouble(mean);
        sink.putDouble(squaredDeviations);
        for (int i = 0; i < means.length; i++) {
            sink.putDouble(means[i]);
            // Below position the array holds what the block before left there: it is never read again, so it is not
            // part of the state.
            sink.putDouble(i < position ? 0 : squares[i]);
        }
    }

    void load(StateSource source) {
        position = Checks.intBetween(source, "rolling moments position", 0, means.length - 1);
        full = Checks.intBetween(source, "rolling moments full flag", 0, 1) == 1;
        headMean = source.getDouble();
        headSquares = source.getDouble();
        mean = source.getDouble();
        squaredDeviations = source.getDouble();
        Arrays.fill(squares, 0);
        for (int i = 0; i < means.length; i++) {
            means[i] = source.getDouble();
            squares[i] = source.getDouble();
        }
    }
}
