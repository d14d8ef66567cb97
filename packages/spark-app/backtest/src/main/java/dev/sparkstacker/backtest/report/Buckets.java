package dev.sparkstacker.backtest.report;

/**
 * Cuts a long series into so few neighbouring parts that it can be drawn; each part holds as many points as the others,
 * the last maybe fewer.
 *
 * @param size points of the series
 * @param width points in a part
 */
record Buckets(int size, int width) {
    static Buckets of(int size, int most) {
        return new Buckets(size, Math.max(1, (size + most - 1) / most));
    }

    int count() {
        return (size + width - 1) / width;
    }

    /** First point of a part. */
    int from(int bucket) {
        return bucket * width;
    }

    /** One after its last point. */
    int to(int bucket) {
        return Math.min(size, (bucket + 1) * width);
    }
}
