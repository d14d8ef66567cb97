package dev.sparkstacker.app.cli;

import java.util.SplittableRandom;

/** A file of bars that a seeded walk made. */
public final class WalkedBars {
    public static final long START_MS = 1_748_649_600_000L;

    private static final String HEADER = "timestamp_ms,open,high,low,close,volume\n";

    private WalkedBars() {}

    /** A seeded walk of one-minute bars. */
    public static String text(int count) {
        SplittableRandom random = new SplittableRandom(17);
        StringBuilder text = new StringBuilder(HEADER);
        long price = 250_000;
        for (int i = 0; i < count; i++) {
            long open = price;
            price += random.nextInt(-400, 401);
            long high = Math.max(open, price) + 50;
            long low = Math.min(open, price) - 50;
            text.append(START_MS + i * 60_000L);
            for (long cents : new long[] {open, high, low, price}) {
                text.append(',')
                        .append(cents / 100)
                        .append('.')
                        .append(cents % 100 / 10)
                        .append(cents % 10);
            }
            text.append(",12\n");
        }
        return text.toString();
    }
}
