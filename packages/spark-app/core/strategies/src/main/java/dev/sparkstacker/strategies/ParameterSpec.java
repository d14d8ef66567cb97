package dev.sparkstacker.strategies;

import java.math.BigDecimal;
import java.util.List;

/** What a parameter may be: its name, one sentence for people with the unit, and its values. */
public sealed interface ParameterSpec {
    String name();

    String help();

    /** What it is where nothing is said, as a person would write it. */
    String defaultText();

    /** Checks a value as a person wrote it. @throws IllegalArgumentException if it is none of its values, saying which are */
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
        @Override
        public String defaultText() {
            return defaultValue.toPlainString();
        }

        @Override
        public void check(String text) {
            BigDecimal value = number(text);
            if (value.compareTo(minimum) < 0 || value.compareTo(maximum) > 0) {
                throw new IllegalArgumentException(name + ": " + text + " is out of range; " + range());
            }
            if (wholeNumber && value.stripTrailingZeros().scale() > 0) {
                throw new IllegalArgumentException(name + ": " + text + " is not whole; " + range());
            }
        }

        private BigDecimal number(String text) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(name + ": '" + text + "' is no number; " + range(), notANumber);
            }
        }

        private String range() {
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
                throw new IllegalArgumentException(name + ": '" + text + "' is none of " + words);
            }
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
                throw new IllegalArgumentException(name + ": '" + text + "' is neither true nor false");
            }
        }
    }

    /** Words that the strategy reads itself. */
    record Text(String name, String help, String defaultText) implements ParameterSpec {
        @Override
        public void check(String text) {
            // The strategy says what is wrong with it.
        }
    }
}
