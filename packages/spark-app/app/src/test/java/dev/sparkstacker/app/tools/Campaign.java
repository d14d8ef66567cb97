package dev.sparkstacker.app.tools;

/** How many cases a campaign has: few at every change, many with {@code -Dspark.test.full=true}. */
public final class Campaign {
    private Campaign() {}

    /** The number for this run. */
    public static int cases(int everyChange, int full) {
        return Boolean.getBoolean("spark.test.full") ? full : everyChange;
    }
}
