package dev.sparkstacker.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Exact arithmetic on decimals held as a {@code long} count of 10<sup>-8</sup> units.
 *
 * <p>Eight decimals are the finest the venue's wire format carries, so every price, size and amount of money of the
 * product fits without rounding; the range is about ±92 billion. Products go through 128-bit intermediates; whatever
 * leaves the range is an {@link ArithmeticException}, never a silent wrap.
 */
public final class FixedPoint {
    /** Number of decimals. */
    public static final int DECIMALS = 8;

    /** Units in one whole. */
    public static final long ONE = 100_000_000L;

    private static final long[] POWERS_OF_TEN = powersOfTen();

    private FixedPoint() {}

    /**
     * Parses a plain decimal such as {@code "1670.1"}, {@code "-0.5"} or {@code "29792.0"}.
     *
     * @throws NumberFormatException if the text is no plain decimal, has more than eight significant decimals, or is
     *     out of range
     */
    public static long parse(CharSequence text) {
        int length = text.length();
        int i = 0;
        boolean negative = length > 0 && text.charAt(0) == '-';
        if (negative) {
            i++;
        }
        int firstDigit = i;
        long whole = 0;
        while (i < length && isDigit(text.charAt(i))) {
            whole = appendDigit(whole, text.charAt(i), text);
            i++;
        }
        int wholeDigits = i - firstDigit;
        long fraction = 0;
        int fractionDigits = 0;
        if (i < length && text.charAt(i) == '.') {
            i++;
            while (i < length && isDigit(text.charAt(i))) {
                fraction = appendFraction(fraction, fractionDigits, text.charAt(i), text);
                fractionDigits++;
                i++;
            }
            if (fractionDigits == 0) {
                throw notADecimal(text);
            }
        }
        if (i != length || wholeDigits == 0) {
            throw notADecimal(text);
        }
        int padding = Math.max(0, DECIMALS - fractionDigits);
        long magnitude = addWhole(whole, fraction * POWERS_OF_TEN[padding], text);
        return negative ? -magnitude : magnitude;
    }

    /** Converts exactly. @throws ArithmeticException if the value has more than eight decimals or is out of range */
    public static long fromBigDecimal(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    /** Converts with rounding. @throws ArithmeticException if the value is out of range */
    public static long fromBigDecimal(BigDecimal value, RoundingMode rounding) {
        return value.setScale(DECIMALS, rounding).unscaledValue().longValueExact();
    }

    /** The exact value, with trailing zeros removed. */
    public static BigDecimal toBigDecimal(long units) {
        BigDecimal value = BigDecimal.valueOf(units, DECIMALS).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Plain text without exponent, trailing zeros or a trailing dot: {@code 100}, {@code 0.00076}, {@code -1.5}. */
    public static String format(long units) {
        if (units == 0) {
            return "0";
        }
        if (units == Long.MIN_VALUE) {
            return BigDecimal.valueOf(units, DECIMALS).toPlainString();
        }
        long magnitude = Math.abs(units);
        long whole = magnitude / ONE;
        long fraction = magnitude % ONE;
        StringBuilder text = new StringBuilder(20);
        if (units < 0) {
            text.append('-');
        }
        text.append(whole);
        if (fraction != 0) {
            text.append('.');
            int significant = DECIMALS;
            while (fraction % 10 == 0) {
                fraction /= 10;
                significant--;
            }
            for (int digit = significant - 1; digit >= 0; digit--) {
                text.append((char) ('0' + fraction / POWERS_OF_TEN[digit] % 10));
            }
        }
        return text.toString();
    }

    /**
     * {@code a × b / divisor} with a 128-bit intermediate.
     *
     * @throws ArithmeticException if the result does not fit, or the divisor is zero
     */
    public static long multiplyDivide(long a, long b, long divisor, RoundingMode rounding) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
            return divide(low, divisor, rounding);
        }
        return WideDivision.multiplyDivide(a, b, divisor, rounding);
    }

    /** {@code a / divisor} with the given rounding. @throws ArithmeticException if the divisor is zero */
    public static long divide(long a, long divisor, RoundingMode rounding) {
        long quotient = Math.divideExact(a, divisor);
        long remainder = a - quotient * divisor;
        if (remainder == 0) {
            return quotient;
        }
        int sign = (a < 0) == (divisor < 0) ? 1 : -1;
        return switch (rounding) {
            case DOWN -> quotient;
            case UP -> quotient + sign;
            case FLOOR -> sign < 0 ? quotient - 1 : quotient;
            case CEILING -> sign > 0 ? quotient + 1 : quotient;
            case HALF_UP -> isAtLeastHalf(remainder, divisor) ? quotient + sign : quotient;
            case HALF_DOWN -> isMoreThanHalf(remainder, divisor) ? quotient + sign : quotient;
            case HALF_EVEN -> {
                boolean up = isMoreThanHalf(remainder, divisor)
                        || (isAtLeastHalf(remainder, divisor) && (quotient & 1) != 0);
                yield up ? quotient + sign : quotient;
            }
            case UNNECESSARY -> throw new ArithmeticException("Rounding necessary: " + a + " / " + divisor);
        };
    }

    /** 10 to the given power, 0 to 18. */
    public static long powerOfTen(int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    private static boolean isAtLeastHalf(long remainder, long divisor) {
        return compareDoubled(remainder, divisor) >= 0;
    }

    private static boolean isMoreThanHalf(long remainder, long divisor) {
        return compareDoubled(remainder, divisor) > 0;
    }

    private static int compareDoubled(long remainder, long divisor) {
        long magnitude = Math.abs(remainder);
        return Long.compare(magnitude, Math.abs(divisor) - magnitude);
    }

    private static long appendDigit(long value, char digit, CharSequence text) {
        if (value > (Long.MAX_VALUE - 9) / 10) {
            throw outOfRange(text);
        }
        return value * 10 + (digit - '0');
    }

    private static long appendFraction(long fraction, int digitsSoFar, char digit, CharSequence text) {
        if (digitsSoFar < DECIMALS) {
            return fraction * 10 + (digit - '0');
        }
        if (digit != '0') {
            throw new NumberFormatException("More than " + DECIMALS + " decimals: '" + text + "'");
        }
        return fraction;
    }

    private static long addWhole(long whole, long fraction, CharSequence text) {
        if (whole > (Long.MAX_VALUE - fraction) / ONE) {
            throw outOfRange(text);
        }
        return whole * ONE + fraction;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static NumberFormatException notADecimal(CharSequence text) {
        return new NumberFormatException("Not a plain decimal: '" + text + "'");
    }

    private static NumberFormatException outOfRange(CharSequence text) {
        return new NumberFormatException("Out of range: '" + text + "'");
    }

    private static long[] powersOfTen() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
