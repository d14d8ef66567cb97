package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import java.math.RoundingMode;

/** The venue's money arithmetic: amounts end at 10<sup>-6</sup> USD. */
final class Money {
    private static final long MICRO = 100;

    private Money() {}

    /** Signed size × price; exact, because a valid price and a valid size have at most six decimals together. */
    static Usd value(SignedQuantity size, Price price) {
        return new Usd(FixedPoint.multiplyDivide(size.e8(), price.e8(), FixedPoint.ONE, RoundingMode.HALF_EVEN));
    }

    /** Size × price. */
    static Usd notional(Quantity size, Price price) {
        return price.times(size, RoundingMode.HALF_EVEN);
    }

    /** Fee of a fill, truncated toward zero to six decimals. */
    static Usd fee(Usd notional, Rate rate) {
        return new Usd(
                FixedPoint.multiplyDivide(notional.e8(), rate.e12(), Rate.ONE * MICRO, RoundingMode.DOWN) * MICRO);
    }

    /** Amount × rate, rounded half even to six decimals. */
    static Usd payment(Usd amount, Rate rate) {
        return new Usd(
                FixedPoint.multiplyDivide(amount.e8(), rate.e12(), Rate.ONE * MICRO, RoundingMode.HALF_EVEN) * MICRO);
    }

    /** Amount × part / whole, rounded half even to six decimals. */
    static Usd share(Usd amount, long part, long whole) {
        long exact = FixedPoint.multiplyDivide(amount.e8(), part, whole, RoundingMode.HALF_EVEN);
        return new Usd(FixedPoint.divide(exact, MICRO, RoundingMode.HALF_EVEN) * MICRO);
    }

    /** Margin for a notional at a leverage, rounded up to six decimals. */
    static Usd margin(Usd notional, int leverage) {
        return new Usd(Math.ceilDiv(notional.e8(), leverage * MICRO) * MICRO);
    }
}
