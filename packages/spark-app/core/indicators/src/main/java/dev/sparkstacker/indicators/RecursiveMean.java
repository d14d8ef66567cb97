package dev.sparkstacker.indicators;

/**
 * A mean that is seeded with the simple mean of its first n values and then moves by a fixed share of the distance to each new value:
 * the common part of the EMA (share 2 / (n + 1)) and of Wilder's mean (share 1 / n).
 */
final class RecursiveMean implements Mean {
    private final int length;
    private final double share;
    private int seeded;
    private double seedSum;
    private double mean;

    RecursiveMean(int length, double share) {
        this.length = length;
        this.share = share;
    }

    @Override
    public void add(double value) {
        if (seeded == length) {
            mean += share * (value - mean);
            return;
        }
        seedSum += value;
        seeded++;
        if (seeded == length) {
            mean = seedSum / length;
        }
    }

    @Override
    public boolean isFull() {
        return seeded == length;
    }

    /** The mean; zero until seeded. */
    @Override
    public double mean() {
        return mean;
    }

    @Override
    public void save(StateSink sink) {
        sink.putInt(seeded);
        sink.putDouble(seedSum);
        sink.putDouble(mean);
    }

    @Override
    public void load(StateSource source) {
        seeded = Checks.intBetween(source, "number of seed values", 0, length);
        seedSum = source.getDouble();
        mean = source.getDouble();
    }
}
