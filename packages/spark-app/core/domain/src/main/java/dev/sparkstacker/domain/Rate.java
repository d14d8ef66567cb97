package dev.sparkstacker.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A signed fraction such as a fee rate, a funding rate or a distance: 0.05 is five percent.
 *
 * @param e12 the fraction in units of 10<sup>-12</sup>
 */
public record Rate(long e12) implements Comparable<Rate> {
    /** Units in one whole. */
    public static final long ONE = 1_000_000_000_000L;

    public static final Rate ZERO = new Rate(0);

    /** Parses a fraction, {@code "0.00045"}. @throws ArithmeticException beyond twelve decimals or out of range */
    public static Rate of(String fraction) {
        return fromBigDecimal(new BigDecimal(fraction));
    }

    /** Converts a percentage, {@code 5} is 0.05. */
    public static Rate ofPct(BigDecimal percent) {
        return fromBigDecimal(percent.movePointLeft(2));
    }

    /** Converts basis points, {@code 10} is 0.001. */
    public static Rate ofBps(BigDecimal basisPoints) {
        return fromBigDecimal(basisPoints.movePointLeft(4));
    }

    /** Converts exactly. @throws ArithmeticException beyond twelve decimals or out of range */
    public static Rate fromBigDecimal(BigDecimal fraction) {
        return new Rate(
                fraction.setScale(12, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    public BigDecimal toBigDecimal() {
        BigDecimal value = BigDecimal.valueOf(e12, 12).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    public Rate negate() {
        return new Rate(Math.negateExact(e12));
    }

    public boolean isZero() {
        return e12 == 0;
    }

    @Override
    public int compareTo(Rate other) {
        return Long.compare(e12, other.e12);
    }

    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
