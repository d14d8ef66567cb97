package dev.sparkstacker.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The venue's number format. Requests carry the canonical form because the server re-serialises the action before it hashes it:
 * {@code "120000.0"} would recover another signer. Answers carry at least one decimal place.
 */
public final class WireNumber {
    /** Decimals a wire number may have. */
    public static final int MAX_DECIMALS = 8;

    private static final int MAX_PRICE_DECIMALS_PERP = 6;
    private static final int MAX_PRICE_DECIMALS_SPOT = 8;
    private static final int SIGNIFICANT_FIGURES = 5;
    private static final int MAX_LENGTH = 64;

    private WireNumber() {}

    /**
     * Canonical wire form: plain, no exponent, no trailing zeros, zero is {@code "0"}.
     *
     * @throws IllegalArgumentException when the value has more than 8 decimals; nothing is ever rounded silently
     */
    public static String wire(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException(value.toPlainString() + " has more than " + MAX_DECIMALS
                    + " decimals; round it to the market's lot or tick first");
        }
        return stripped.toPlainString();
    }

    /** The form of the venue's answers: as {@link #wire} but without its limit and with at least one decimal place. */
    public static String response(BigDecimal value) {
        if (value.signum() == 0) {
            return "0.0";
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1, RoundingMode.UNNECESSARY) : stripped).toPlainString();
    }

    /**
     * Reads a plain decimal: an optional minus, digits, and optionally a point and digits; at most 64 characters.
     *
     * @throws NumberFormatException for anything else, including exponents, NaN, infinities, a plus sign and blanks
     */
    public static BigDecimal parse(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        boolean valid = length > start && length <= MAX_LENGTH;
        int point = -1;
        for (int i = start; valid && i < length; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                valid = point < 0 && i > start && i < length - 1;
                point = i;
            } else {
                valid = c >= '0' && c <= '9';
            }
        }
        if (!valid) {
            throw new NumberFormatException(
                    "not a plain decimal: " + (length <= MAX_LENGTH ? "\"" + text + "\"" : length + " characters"));
        }
        return new BigDecimal(text);
    }

    /**
     * A decimal scaled to the integer that the venue hashes, for example USD times 10^6.
     *
     * @throws IllegalArgumentException when it is not an integer at that scale
     */
    public static BigInteger scaled(BigDecimal value, int power) {
        try {
            return value.scaleByPowerOfTen(power).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(value.toPlainString() + " has more than " + power + " decimals", e);
        }
    }

    /** Whether a perp price obeys the tick rules for the market's size decimals. */
    public static boolean isPerpPrice(BigDecimal price, int szDecimals) {
        return isPrice(price, MAX_PRICE_DECIMALS_PERP - szDecimals);
    }

    /** Whether a spot price obeys the tick rules for the base token's size decimals. */
    public static boolean isSpotPrice(BigDecimal price, int szDecimals) {
        return isPrice(price, MAX_PRICE_DECIMALS_SPOT - szDecimals);
    }

    private static boolean isPrice(BigDecimal price, int maxDecimals) {
        if (price.signum() <= 0) {
            return false;
        }
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() <= 0
                || (stripped.precision() <= SIGNIFICANT_FIGURES && stripped.scale() <= maxDecimals);
    }

    /** Whether a size is a whole number of lots. */
    public static boolean isSize(BigDecimal size, int szDecimals) {
        return size.stripTrailingZeros().scale() <= szDecimals;
    }

    /**
     * The nearest valid perp price in the given direction: five significant figures, at most {@code 6 - szDecimals} decimals; an
     * integer stays as it is.
     */
    public static BigDecimal roundPerpPrice(BigDecimal price, int szDecimals, RoundingMode mode) {
        return roundPrice(price, MAX_PRICE_DECIMALS_PERP - szDecimals, mode);
    }

    /** The nearest valid spot price in the given direction; as for perps with {@code 8 - szDecimals} decimals. */
    public static BigDecimal roundSpotPrice(BigDecimal price, int szDecimals, RoundingMode mode) {
        return roundPrice(price, MAX_PRICE_DECIMALS_SPOT - szDecimals, mode);
    }

    private static BigDecimal roundPrice(BigDecimal price, int maxDecimals, RoundingMode mode) {
        if (isPrice(price, maxDecimals)) {
            return price;
        }
        int integerDigits = price.precision() - price.scale();
        int decimals = Math.clamp(SIGNIFICANT_FIGURES - integerDigits, 0, Math.max(maxDecimals, 0));
        return price.setScale(decimals, mode);
    }
}
