package dev.sparkstacker.indicators;

/** Checks of inputs, parameters and saved state, with messages that name what was wrong and what would be right. */
final class Checks {
    private Checks() {}

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, was " + value);
        }
    }

    static void range(double high, double low) {
        finite("high", high);
        finite("low", low);
        if (high < low) {
            throw new IllegalArgumentException("high " + high + " is below low " + low);
        }
    }

    static int atLeast(int minimum, String name, int value) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + ", was " + value);
        }
        return value;
    }

    static void ready(Indicator indicator) {
        if (!indicator.isReady()) {
            throw new IllegalStateException(indicator + " has no value before bar " + indicator.warmUpBars());
        }
    }

    /** Reads one word and demands that it is the expected one: the guard against loading another indicator's state. */
    static void expect(StateSource source, Indicator indicator, String name, long expected) {
        long found = source.getLong();
        if (found != expected) {
            throw new IllegalStateException("saved state does not belong to " + indicator + ": " + name + " is " + found
                    + " in the state, " + expected + " here");
        }
    }

    /** Reads an int and demands that it lies in {@code minimum..maximum}. */
    static int intBetween(StateSource source, String name, int minimum, int maximum) {
        int found = source.getInt();
        if (found < minimum || found > maximum) {
            throw new IllegalStateException(
                    "damaged state: " + name + " is " + found + ", must be " + minimum + ".." + maximum);
        }
        return found;
    }

    /** Reads a long and demands that it is not negative. */
    static long notNegative(StateSource source, String name) {
        long found = source.getLong();
        if (found < 0) {
            throw new IllegalStateException("damaged state: " + name + " is " + found + ", must not be negative");
        }
        return found;
    }
}
