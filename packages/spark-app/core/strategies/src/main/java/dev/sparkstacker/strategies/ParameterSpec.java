package dev.sparkstacker.strategies;

import java.math.BigDecimal;

/**
 * What a parameter may be.
 *
 * @param name its name
 * @param help one sentence for people, with the unit
 * @param defaultValue what it is where nothing is said
 * @param minimum least value
 * @param maximum greatest value
 * @param wholeNumber whether fractions are refused
 */
public record ParameterSpec(
        String name,
        String help,
        BigDecimal defaultValue,
        BigDecimal minimum,
        BigDecimal maximum,
        boolean wholeNumber) {
    /** A whole-number parameter. */
    public static ParameterSpec integer(String name, String help, int defaultValue, int minimum, int maximum) {
        return new ParameterSpec(
                name,
                help,
                BigDecimal.valueOf(defaultValue),
                BigDecimal.valueOf(minimum),
                BigDecimal.valueOf(maximum),
                true);
    }

    /** A decimal parameter. */
    public static ParameterSpec decimal(String name, String help, String defaultValue, String minimum, String maximum) {
        return new ParameterSpec(
                name, help, new BigDecimal(defaultValue), new BigDecimal(minimum), new BigDecimal(maximum), false);
    }

    /** Reads a value. @throws IllegalArgumentException if it is no number, out of range or not whole */
    public BigDecimal read(String text) {
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + ": '" + text + "' is no number; " + range(), notANumber);
        }
        if (value.compareTo(minimum) < 0 || value.compareTo(maximum) > 0) {
            throw new IllegalArgumentException(name + ": " + text + " is out of range; " + range());
        }
        if (wholeNumber && value.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(name + ": " + text + " is not whole; " + range());
        }
        return value;
    }

    private String range() {
        return (wholeNumber ? "a whole number" : "a number") + " from " + minimum.toPlainString() + " to "
                + maximum.toPlainString();
    }
}
