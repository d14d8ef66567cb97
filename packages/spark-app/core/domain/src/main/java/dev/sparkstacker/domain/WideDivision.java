package dev.sparkstacker.domain;

import java.math.RoundingMode;

/**
 * {@code a × b / divisor} where the product needs more than 64 bits, without big numbers: the division on paper with two
 * digits of 32 bits each (Knuth, algorithm D).
 */
final class WideDivision {
    private static final long LOW_DIGIT = 0xFFFF_FFFFL;
    private static final int DIGIT = 32;

    private WideDivision() {}

    /**
     * Divides a product.
     *
     * @throws ArithmeticException if the result does not fit 64 bits, or the divisor is zero
     */
    static long multiplyDivide(long a, long b, long divisor, RoundingMode rounding) {
        long high = Math.unsignedMultiplyHigh(Math.abs(a), Math.abs(b));
        long low = Math.abs(a) * Math.abs(b);
        long magnitude = Math.abs(divisor);
        if (Long.compareUnsigned(high, magnitude) >= 0) {
            throw new ArithmeticException(
                    divisor == 0 ? "/ by zero" : "Out of range: " + a + " x " + b + " / " + divisor);
        }
        long quotient = divideUnsigned(high, low, magnitude);
        long remainder = low - quotient * magnitude;
        boolean negative = (a < 0) ^ (b < 0) ^ (divisor < 0);
        if (remainder != 0 && roundsAway(quotient, remainder, magnitude, negative, rounding)) {
            quotient++;
            if (quotient == 0) {
                throw new ArithmeticException("Out of range: " + a + " x " + b + " / " + divisor);
            }
        }
        boolean fits = quotient >= 0 || (negative && quotient == Long.MIN_VALUE);
        if (!fits) {
            throw new ArithmeticException("Out of range: " + a + " x " + b + " / " + divisor);
        }
        return negative ? -quotient : quotient;
    }

    /** The quotient of an unsigned 128-bit number whose high half is below the divisor. */
    private static long divideUnsigned(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long scaled = divisor << shift;
        long firstDigit = scaled >>> DIGIT;
        long secondDigit = scaled & LOW_DIGIT;
        long top = shift == 0 ? high : (high << shift) | (low >>> (Long.SIZE - shift));
        long rest = low << shift;
        long first = digit(top, rest >>> DIGIT, firstDigit, secondDigit);
        long left = ((top << DIGIT) | (rest >>> DIGIT)) - first * scaled;
        long second = digit(left, rest & LOW_DIGIT, firstDigit, secondDigit);
        return (first << DIGIT) + second;
    }

    /** One digit of the quotient: guessed from the leading digits, which is at most two too many. */
    private static long digit(long top, long next, long firstDigit, long secondDigit) {
        long guess = Long.divideUnsigned(top, firstDigit);
        long over = top - guess * firstDigit;
        while (guess > LOW_DIGIT || Long.compareUnsigned(guess * secondDigit, (over << DIGIT) | next) > 0) {
            guess--;
            over += firstDigit;
            if (over > LOW_DIGIT) {
                break;
            }
        }
        return guess;
    }

    private static boolean roundsAway(
            long quotient, long remainder, long divisor, boolean negative, RoundingMode rounding) {
        return switch (rounding) {
            case DOWN -> false;
            case UP -> true;
            case FLOOR -> negative;
            case CEILING -> !negative;
            case HALF_UP -> comparedWithHalf(remainder, divisor) >= 0;
            case HALF_DOWN -> comparedWithHalf(remainder, divisor) > 0;
            case HALF_EVEN -> {
                int half = comparedWithHalf(remainder, divisor);
                yield half > 0 || (half == 0 && (quotient & 1) != 0);
            }
            case UNNECESSARY -> throw new ArithmeticException("Rounding necessary");
        };
    }

    private static int comparedWithHalf(long remainder, long divisor) {
        return Long.compareUnsigned(remainder, divisor - remainder);
    }
}
