package dev.sparkstacker.benchmarks;

import java.util.Locale;

/** What a figure is held to. */
sealed interface Target {
    /** Whether the figure reaches it. */
    boolean isMetBy(double value);

    /** For people, with the unit. */
    String describe(String unit);

    /** The figure must be this or more. */
    record AtLeast(double limit) implements Target {
        @Override
        public boolean isMetBy(double value) {
            return value >= limit;
        }

        @Override
        public String describe(String unit) {
            return "≥ " + amount(limit) + " " + unit;
        }
    }

    /** The figure must be less than this. */
    record LessThan(double limit) implements Target {
        @Override
        public boolean isMetBy(double value) {
            return value < limit;
        }

        @Override
        public String describe(String unit) {
            return "< " + amount(limit) + " " + unit;
        }
    }

    /** The figure is reported only. */
    record None() implements Target {
        @Override
        public boolean isMetBy(double value) {
            return true;
        }

        @Override
        public String describe(String unit) {
            return "reported";
        }
    }

    /** A number with as many decimals as mean something. */
    static String amount(double value) {
        double size = Math.abs(value);
        boolean whole = value == Math.rint(value);
        String format = size >= 100 || whole ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
