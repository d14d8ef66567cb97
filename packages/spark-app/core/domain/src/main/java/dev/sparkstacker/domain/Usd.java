package dev.sparkstacker.domain;

import java.math.RoundingMode;

/**
 * A signed amount of US dollars (USDC at the venue), exact to 10<sup>-8</sup>.
 *
 * @param e8 the amount in units of 10<sup>-8</sup> USD
 */
public record Usd(long e8) implements Comparable<Usd> {
    public static final Usd ZERO = new Usd(0);

    /** Parses plain decimal text. @throws NumberFormatException if it is no exact amount */
    public static Usd of(CharSequence text) {
        return new Usd(FixedPoint.parse(text));
    }

    public Usd plus(Usd other) {
        return new Usd(Math.addExact(e8, other.e8));
    }

    public Usd minus(Usd other) {
        return new Usd(Math.subtractExact(e8, other.e8));
    }

    public Usd negate() {
        return new Usd(Math.negateExact(e8));
    }

    public Usd abs() {
        return new Usd(Math.absExact(e8));
    }

    public Usd min(Usd other) {
        return e8 <= other.e8 ? this : other;
    }

    /** This amount times a fraction. */
    public Usd times(Rate fraction, RoundingMode rounding) {
        return new Usd(FixedPoint.multiplyDivide(e8, fraction.e12(), Rate.ONE, rounding));
    }

    /** This amount times a whole number. */
    public Usd times(long factor) {
        return new Usd(Math.multiplyExact(e8, factor));
    }

    /** How many units of the base asset this amount buys. @throws ArithmeticException if the price is zero */
    public Quantity dividedBy(Price price, RoundingMode rounding) {
        return new Quantity(FixedPoint.multiplyDivide(e8, FixedPoint.ONE, price.e8(), rounding));
    }

    public boolean isZero() {
        return e8 == 0;
    }

    public boolean isNegative() {
        return e8 < 0;
    }

    public boolean isPositive() {
        return e8 > 0;
    }

    @Override
    public int compareTo(Usd other) {
        return Long.compare(e8, other.e8);
    }

    @Override
    public String toString() {
        return FixedPoint.format(e8);
    }
}
