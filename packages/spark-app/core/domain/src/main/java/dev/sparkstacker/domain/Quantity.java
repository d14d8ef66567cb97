package dev.sparkstacker.domain;

import java.math.RoundingMode;

/**
 * An unsigned size in units of the base asset, exact to 10<sup>-8</sup>.
 *
 * @param e8 the size in units of 10<sup>-8</sup> of the base asset, zero or more
 */
public record Quantity(long e8) implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity(0);

    public Quantity {
        if (e8 < 0) {
            throw new IllegalArgumentException("A quantity is never negative: " + FixedPoint.format(e8));
        }
    }

    /** Parses plain decimal text. @throws NumberFormatException if it is no exact quantity */
    public static Quantity of(CharSequence text) {
        return new Quantity(FixedPoint.parse(text));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(e8, other.e8));
    }

    /** This size less another. @throws IllegalArgumentException if the other is larger */
    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(e8, other.e8));
    }

    /** The part that remains, zero where the other is larger. */
    public Quantity minusOrZero(Quantity other) {
        return other.e8 >= e8 ? ZERO : minus(other);
    }

    public Quantity min(Quantity other) {
        return e8 <= other.e8 ? this : other;
    }

    /** This size times a fraction. */
    public Quantity times(Rate fraction, RoundingMode rounding) {
        return new Quantity(FixedPoint.multiplyDivide(e8, fraction.e12(), Rate.ONE, rounding));
    }

    public boolean isZero() {
        return e8 == 0;
    }

    /** For indicators and statistics only; never for money. */
    public double toDouble() {
        return (double) e8 / FixedPoint.ONE;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(e8, other.e8);
    }

    @Override
    public String toString() {
        return FixedPoint.format(e8);
    }
}
