package dev.sparkstacker.domain;

import java.math.RoundingMode;

/**
 * A price in USD for one unit of the base asset, never negative, exact to 10<sup>-8</sup>.
 *
 * @param e8 the price in units of 10<sup>-8</sup> USD, zero or more
 */
public record Price(long e8) implements Comparable<Price> {
    public Price {
        if (e8 < 0) {
            throw new IllegalArgumentException("A price is never negative: " + FixedPoint.format(e8));
        }
    }

    /** Parses plain decimal text. @throws NumberFormatException if it is no exact price */
    public static Price of(CharSequence text) {
        return new Price(FixedPoint.parse(text));
    }

    /** Price × size, rounded to 10<sup>-8</sup> USD as told; exact for every tick and lot the venue allows. */
    public Usd times(Quantity quantity, RoundingMode rounding) {
        return new Usd(FixedPoint.multiplyDivide(e8, quantity.e8(), FixedPoint.ONE, rounding));
    }

    /** The notional of a size at this price, rounded half up. */
    public Usd times(Quantity quantity) {
        return times(quantity, RoundingMode.HALF_UP);
    }

    /** This price moved by a fraction: {@code price × (1 + fraction)}. */
    public Price shift(Rate fraction, RoundingMode rounding) {
        return new Price(FixedPoint.multiplyDivide(e8, Rate.ONE + fraction.e12(), Rate.ONE, rounding));
    }

    public boolean isZero() {
        return e8 == 0;
    }

    /** For indicators and statistics only; never for money. */
    public double toDouble() {
        return (double) e8 / FixedPoint.ONE;
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(e8, other.e8);
    }

    @Override
    public String toString() {
        return FixedPoint.format(e8);
    }
}
