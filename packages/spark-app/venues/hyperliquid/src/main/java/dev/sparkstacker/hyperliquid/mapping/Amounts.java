package dev.sparkstacker.hyperliquid.mapping;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The venue's decimals as the product's amounts. Prices and sizes that orders and fills carry convert exactly; what the
 * venue derives (averages, liquidation prices, values in USD) carries more digits than anybody pays and is rounded half
 * even. Everything here throws {@link ArithmeticException} out of range and {@link IllegalArgumentException} for a sign
 * that cannot be.
 */
final class Amounts {
    private static final int RATE_DECIMALS = 12;

    private Amounts() {}

    static Price price(BigDecimal value) {
        return new Price(FixedPoint.fromBigDecimal(value));
    }

    static Price derivedPrice(BigDecimal value) {
        return new Price(FixedPoint.fromBigDecimal(value, RoundingMode.HALF_EVEN));
    }

    static Quantity quantity(BigDecimal value) {
        return new Quantity(FixedPoint.fromBigDecimal(value));
    }

    /** Traded volume is a sum and may carry noise beyond the lot. */
    static Quantity derivedQuantity(BigDecimal value) {
        return new Quantity(FixedPoint.fromBigDecimal(value, RoundingMode.HALF_EVEN));
    }

    static SignedQuantity signed(BigDecimal value) {
        return new SignedQuantity(FixedPoint.fromBigDecimal(value));
    }

    static Usd usd(BigDecimal value) {
        return new Usd(FixedPoint.fromBigDecimal(value, RoundingMode.HALF_EVEN));
    }

    static Rate rate(BigDecimal value) {
        return Rate.fromBigDecimal(value.setScale(RATE_DECIMALS, RoundingMode.HALF_EVEN));
    }

    static BigDecimal wire(Price price) {
        return FixedPoint.toBigDecimal(price.e8());
    }

    static BigDecimal wire(Quantity quantity) {
        return FixedPoint.toBigDecimal(quantity.e8());
    }
}
