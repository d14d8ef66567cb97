package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;

/** Exact values as the wire's decimals. */
final class Decimals {
    private Decimals() {}

    static BigDecimal of(Price price) {
        return FixedPoint.toBigDecimal(price.e8());
    }

    static BigDecimal of(Quantity size) {
        return FixedPoint.toBigDecimal(size.e8());
    }

    static BigDecimal of(SignedQuantity size) {
        return FixedPoint.toBigDecimal(size.e8());
    }

    static BigDecimal of(Usd amount) {
        return FixedPoint.toBigDecimal(amount.e8());
    }

    static BigDecimal of(Rate rate) {
        return rate.toBigDecimal();
    }
}
