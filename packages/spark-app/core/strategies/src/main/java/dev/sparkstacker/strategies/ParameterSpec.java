package dev.sparkstacker.strategies;

import java.math.BigDecimal;
import java.util.List;

/** What a parameter may be: its name, one sentence for people with the unit, and its values. */
public sealed interface ParameterSpec {
    String name();

    String help();

    /** What it is where nothing is said, as a person would write it. */
    String defaultText();

    /** What it may be, in a few words, such as {@code a whole number from 2 to 500}. */
    String values();

    /** Checks a value as a person wrote it. @throws InvalidParameter if it is none of its values */
    void check(String text);

    /** A whole-number parameter. */
    static ParameterSpec integer(String name, String help, int defaultValue, int minimum, int maximum) {
        return new Numeric(
                name,
                help,
                BigDecimal.valueOf(defaultValue),
                BigDecimal.valueOf(minimum),
                BigDecimal.valueOf(maximum),
                true);
    }

    /** A decimal parameter. */
    static ParameterSpec decimal(String name, String help, String defaultValue, String minimum, String maximum) {
        return new Numeric(
                name, help, new BigDecimal(defaultValue), new BigDecimal(minimum), new BigDecimal(maximum), false);
    }

    /** One of some words, the first of which is the default. */
    static ParameterSpec choice(String name, String help, List<String> words) {
        return new Choice(name, help, words);
    }

    /** Words that the strategy reads itself. */
    static ParameterSpec text(String name, String help, String defaultValue) {
        return new Text(name, help, defaultValue);
    }

    /** Yes or no. */
    static ParameterSpec toggle(String name, String help, boolean defaultValue) {
        return new Toggle(name, help, defaultValue);
    }

    /**
     * A number within a range, both ends included.
     *
     * @param wholeNumber whether fractions are refused
     */
    record Numeric(
            String name,
            String help,
            BigDecimal defaultValue,
            BigDecimal minimum,
            BigDecimal maximum,
            boolean wholeNumber)
            implements ParameterSpec {
        /** A few characters can name a number of a billion digits; no parameter is one. */
        private static final int MOST_DIGITS = 40;

        @Override
        public String defaultText() {
            return defaultValue.toPlainString();
        }

        @Override
        public void check(String text) {
            BigDecimal value = number(text);
            if (value.compareTo(minimum) < 0 || value.compareTo(maximum) > 0) {
                throw new InvalidParameter(name, text + " is out of range", wanted());
            }
            if (wholeNumber && value.stripTrailingZeros().scale() > 0) {
                throw new InvalidParameter(name, text + " is not whole", wanted());
            }
        }

        private BigDecimal number(String text) {
            try {
                BigDecimal value = new BigDecimal(text);
                if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
                    throw new InvalidParameter(name, "'" + text + "' has too many digits", wanted());
                }
                return value;
            } catch (NumberFormatException notANumber) {
                throw new InvalidParameter(name, "'" + text + "' is no number", wanted());
            }
        }

        private String wanted() {
            return "Give " + values() + ".";
        }

        @Override
        public String values() {
            return (wholeNumber ? "a whole number" : "a number") + " from " + minimum.toPlainString() + " to "
                    + maximum.toPlainString();
        }
    }

    /** One of some words. */
    record Choice(String name, String help, List<String> words) implements ParameterSpec {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public String defaultText() {
            return words.getFirst();
        }

        @Override
        public void check(String text) {
            if (!words.contains(text)) {
                throw new InvalidParameter(name, "'" + text + "' is no such word", "Give " + values() + ".");
            }
        }

        @Override
        public String values() {
            return "one of " + String.join(", ", words);
        }
    }

    /** Yes or no. */
    record Toggle(String name, String help, boolean defaultValue) implements ParameterSpec {
        @Override
        public String defaultText() {
            return Boolean.toString(defaultValue);
        }

        @Override
        public void check(String text) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new InvalidParameter(name, "'" + text + "' is neither", "Give " + values() + ".");
            }
        }

        @Override
        public String values() {
            return "true or false";
        }
    }

    /** Words that the strategy reads itself, and says what is wrong with them. */
    record Text(String name, String help, String defaultText) implements ParameterSpec {
        /** More than anyone writes, and little enough to be read without end. */
        public static final int MOST_CHARACTERS = 2_000;

        @Override
        public void check(String text) {
            if (text.isBlank() || text.length() > MOST_CHARACTERS) {
                String what = text.isBlank() ? "is empty" : "has " + text.length() + " characters";
                throw new InvalidParameter(name, what, "Give " + values() + ".");
            }
        }

        @Override
        public String values() {
            return "a text of at most " + MOST_CHARACTERS + " characters";
        }
    }
}
