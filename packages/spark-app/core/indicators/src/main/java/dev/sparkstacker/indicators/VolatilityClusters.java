package dev.sparkstacker.indicators;

/**
 * Sorts the newest of the last n values into low, medium or high by k-means with three centroids (Lloyd, "Least Squares Quantization in
 * PCM", 1982), started at a quarter, a half and three quarters of the range and iterated until they rest, at most a given number of times.
 *
 * <p>O(n) an iteration: which values are near each other cannot be kept up to date in less.
 */
final class VolatilityClusters {
    private static final int CLUSTERS = 3;

    private final int length;
    private final int maxIterations;
    private final Ring window;
    private final double[] centroids = new double[CLUSTERS];
    private final double[] sums = new double[CLUSTERS];
    private final int[] counts = new int[CLUSTERS];
    private int cluster;

    VolatilityClusters(int length, int maxIterations) {
        this.length = length;
        this.maxIterations = maxIterations;
        window = new Ring(length);
    }

    void add(double value) {
        window.add(value);
        if (window.isFull()) {
            start();
            for (int i = 0; i < maxIterations && moveCentroids(); i++) {
                // Each round moves the centroids until they rest.
            }
            cluster = nearest(value);
        }
    }

    boolean isReady() {
        return window.isFull();
    }

    /** 0 low, 1 medium, 2 high. */
    int cluster() {
        return cluster;
    }

    /** The centre of the newest value's cluster. */
    double centroid() {
        return centroids[cluster];
    }

    private void start() {
        double low = window.get(0);
        double high = low;
        for (int i = 1; i < length; i++) {
            low = Math.min(low, window.get(i));
            high = Math.max(high, window.get(i));
        }
        for (int i = 0; i < CLUSTERS; i++) {
            centroids[i] = low + (high - low) * 0.25 * (i + 1);
        }
    }

    /** One round; an empty cluster's centroid stays. Returns whether any moved. */
    private boolean moveCentroids() {
        for (int i = 0; i < CLUSTERS; i++) {
            sums[i] = 0;
            counts[i] = 0;
        }
        for (int i = 0; i < length; i++) {
            int nearest = nearest(window.get(i));
            sums[nearest] += window.get(i);
            counts[nearest]++;
        }
        boolean moved = false;
        for (int i = 0; i < CLUSTERS; i++) {
            double centre = counts[i] == 0 ? centroids[i] : sums[i] / counts[i];
            moved |= centre != centroids[i];
            centroids[i] = centre;
        }
        return moved;
    }

    /** The nearest centroid's number; of two equally near ones the lower. */
    private int nearest(double value) {
        int nearest = 0;
        for (int i = 1; i < CLUSTERS; i++) {
            if (Math.abs(value - centroids[i]) < Math.abs(value - centroids[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    void save(StateSink sink) {
        window.save(sink);
        sink.putInt(cluster);
        for (double centroid : centroids) {
            sink.putDouble(centroid);
        }
    }

    void load(StateSource source) {
        window.load(source);
        cluster = Checks.intBetween(source, "volatility cluster", 0, CLUSTERS - 1);
        for (int i = 0; i < CLUSTERS; i++) {
            centroids[i] = source.getDouble();
        }
    }
}
