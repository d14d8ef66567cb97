package dev.sparkstacker.domain;

/**
 * A signed size in units of the base asset: positive is long, negative is short.
 *
 * @param e8 the size in units of 10<sup>-8</sup> of the base asset
 */
public record SignedQuantity(long e8) implements Comparable<SignedQuantity> {
    public static final SignedQuantity ZERO = new SignedQuantity(0);

    /** Parses plain decimal text. @throws NumberFormatException if it is no exact quantity */
    public static SignedQuantity of(CharSequence text) {
        return new SignedQuantity(FixedPoint.parse(text));
    }

    /** The change in position that a fill of this size on this side makes. */
    public static SignedQuantity of(Side side, Quantity quantity) {
        return new SignedQuantity(side.sign() * quantity.e8());
    }

    public SignedQuantity plus(SignedQuantity other) {
        return new SignedQuantity(Math.addExact(e8, other.e8));
    }

    public SignedQuantity minus(SignedQuantity other) {
        return new SignedQuantity(Math.subtractExact(e8, other.e8));
    }

    public SignedQuantity negate() {
        return new SignedQuantity(Math.negateExact(e8));
    }

    public Quantity abs() {
        return new Quantity(Math.absExact(e8));
    }

    public boolean isZero() {
        return e8 == 0;
    }

    public boolean isLong() {
        return e8 > 0;
    }

    public boolean isShort() {
        return e8 < 0;
    }

    /** {@code -1}, {@code 0} or {@code +1}. */
    public int signum() {
        return Long.signum(e8);
    }

    @Override
    public int compareTo(SignedQuantity other) {
        return Long.compare(e8, other.e8);
    }

    @Override
    public String toString() {
        return FixedPoint.format(e8);
    }
}
