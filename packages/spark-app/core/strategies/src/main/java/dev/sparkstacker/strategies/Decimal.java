package dev.sparkstacker.strategies;

import java.util.Locale;

/** Numbers for explanations, of which every bar has many: with fixed decimals, rounded half up. */
public final class Decimal {
    private static final double LARGEST = 9e15;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Decimal() {}

    /**
     * Writes a number.
     *
     * @param decimals 0 to 6
     */
    public static String fixed(double value, int decimals) {
        double scaled = Math.abs(value) * POWERS[decimals] + 0.5;
        if (!(scaled < LARGEST)) {
            return String.format(Locale.ROOT, "%." + decimals + "f", value);
        }
        long units = (long) scaled;
        String digits = Long.toString(units);
        int whole = digits.length() - decimals;
        StringBuilder text = new StringBuilder(digits.length() + 4);
        if (value < 0 && units > 0) {
            text.append('-');
        }
        if (whole <= 0) {
            text.append('0');
        } else {
            text.append(digits, 0, whole);
        }
        if (decimals > 0) {
            text.append('.');
            for (int missing = whole; missing < 0; missing++) {
                text.append('0');
            }
            text.append(digits, Math.max(0, whole), digits.length());
        }
        return text.toString();
    }
}
