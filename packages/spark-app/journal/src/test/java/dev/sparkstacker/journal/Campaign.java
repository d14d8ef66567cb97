package dev.sparkstacker.journal;

/** How many cases a campaign has: few at every change, many with {@code -Dspark.test.full=true}. */
final class Campaign {
    private Campaign() {}

    static int cases(int everyChange, int full) {
        return Boolean.getBoolean("spark.test.full") ? full : everyChange;
    }
}
