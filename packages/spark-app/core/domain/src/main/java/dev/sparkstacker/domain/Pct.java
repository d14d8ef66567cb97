package dev.sparkstacker.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A percentage: 5 is five percent. A fraction is a {@link Rate}, money is {@link Usd}; none is taken for another.
 *
 * @param e10 the percentage in units of 10<sup>-10</sup> percent
 */
public record Pct(long e10) implements Comparable<Pct> {
    /** Units in one percent. */
    public static final long ONE = 10_000_000_000L;

    /** Below this a number takes four more digits without overflow. */
    private static final long LONG_DIVISION = Long.MAX_VALUE / 10_000L;

    public static final Pct ZERO = new Pct(0);

    public static final Pct HUNDRED = new Pct(100 * ONE);

    /** Parses a percentage, {@code "0.5"} is half a percent. @throws ArithmeticException beyond ten decimals */
    public static Pct of(String percent) {
        return fromBigDecimal(new BigDecimal(percent));
    }

    /** Converts exactly. @throws ArithmeticException beyond ten decimals or out of range */
    public static Pct fromBigDecimal(BigDecimal percent) {
        return new Pct(
                percent.setScale(10, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    /** The percentage that a part is of a whole. @throws ArithmeticException if the whole is zero or out of range */
    public static Pct share(long part, long whole, RoundingMode rounding) {
        boolean simple = part >= 0 && part < LONG_DIVISION && whole > 0 && whole < LONG_DIVISION;
        return simple && (rounding == RoundingMode.UP || rounding == RoundingMode.DOWN)
                ? byLongDivision(part, whole, rounding == RoundingMode.UP)
                : new Pct(FixedPoint.multiplyDivide(part, 100 * ONE, whole, rounding));
    }

    /** As on paper, four digits at a time: exact, and without numbers wider than 64 bits. */
    private static Pct byLongDivision(long part, long whole, boolean up) {
        long quotient = part / whole;
        long rest = part % whole;
        for (int digits = 0; digits < 12; digits += 4) {
            quotient = Math.addExact(Math.multiplyExact(quotient, 10_000L), rest * 10_000L / whole);
            rest = rest * 10_000L % whole;
        }
        return new Pct(up && rest != 0 ? Math.addExact(quotient, 1) : quotient);
    }

    /** The same as a fraction: five percent is 0.05. */
    public Rate toRate() {
        return new Rate(e10);
    }

    /** So many percent of an amount. */
    public Usd of(Usd amount, RoundingMode rounding) {
        return amount.times(toRate(), rounding);
    }

    public boolean isPositive() {
        return e10 > 0;
    }

    @Override
    public int compareTo(Pct other) {
        return Long.compare(e10, other.e10);
    }

    /** With its unit: {@code 0.5 %}. */
    @Override
    public String toString() {
        BigDecimal value = BigDecimal.valueOf(e10, 10).stripTrailingZeros();
        return (value.scale() < 0 ? value.setScale(0) : value).toPlainString() + " %";
    }
}
