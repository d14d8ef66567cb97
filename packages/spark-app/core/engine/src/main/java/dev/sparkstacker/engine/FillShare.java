package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import java.math.RoundingMode;

/**
 * The part of a fill that is booked in one place. The parts of one fill add up to its size and to its fee exactly.
 *
 * @param size the part's size
 * @param fee the part's fee
 */
record FillShare(Quantity size, Usd fee) {
    /** The part that follows after a part of the fill was given away: fees are rounded on the running sum. */
    static FillShare next(Fill fill, Quantity given, Quantity size) {
        return new FillShare(size, feeOf(fill, given.plus(size)).minus(feeOf(fill, given)));
    }

    private static Usd feeOf(Fill fill, Quantity size) {
        return size.equals(fill.size())
                ? fill.fee()
                : new Usd(FixedPoint.multiplyDivide(
                        fill.fee().e8(), size.e8(), fill.size().e8(), RoundingMode.HALF_UP));
    }
}
