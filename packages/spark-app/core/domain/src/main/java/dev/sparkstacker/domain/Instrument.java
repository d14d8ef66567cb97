package dev.sparkstacker.domain;

import java.math.RoundingMode;

/**
 * A market's trading rules as the venue publishes them.
 *
 * <p>Prices hold at most five significant figures and at most {@code 6 - szDecimals} decimals; whole prices are always
 * allowed. Sizes hold at most {@code szDecimals} decimals. There is no tick field: the tick follows the price's
 * magnitude.
 *
 * @param market the market
 * @param assetId the venue's asset index
 * @param szDecimals decimals of a size, 0 to 6
 * @param maxLeverage the highest leverage the venue allows
 * @param isolatedOnly whether cross margin is refused
 * @param minNotional the least order value the venue accepts, except for orders that close a whole position
 */
public record Instrument(
        MarketId market, int assetId, int szDecimals, Leverage maxLeverage, boolean isolatedOnly, Usd minNotional) {
    private static final int MAX_PRICE_DECIMALS = 6;
    private static final int SIGNIFICANT_FIGURES = 5;

    public Instrument {
        if (szDecimals < 0 || szDecimals > MAX_PRICE_DECIMALS) {
            throw new IllegalArgumentException("szDecimals must be from 0 to 6: " + szDecimals);
        }
        if (assetId < 0) {
            throw new IllegalArgumentException("assetId must not be negative: " + assetId);
        }
    }

    /** The smallest price step near the given price. @throws IllegalArgumentException if the price is zero */
    public Price tickAt(Price price) {
        if (price.isZero()) {
            throw new IllegalArgumentException("No tick at price zero in " + market);
        }
        long finest = FixedPoint.powerOfTen(FixedPoint.DECIMALS - (MAX_PRICE_DECIMALS - szDecimals));
        int digits = decimalDigits(price.e8());
        long byFigures = digits <= SIGNIFICANT_FIGURES ? 1 : FixedPoint.powerOfTen(digits - SIGNIFICANT_FIGURES);
        return new Price(Math.min(FixedPoint.ONE, Math.max(finest, byFigures)));
    }

    /** The smallest size step. */
    public Quantity lot() {
        return new Quantity(FixedPoint.powerOfTen(FixedPoint.DECIMALS - szDecimals));
    }

    /** Rounds to a price the venue accepts: {@code FLOOR} for cheaper, {@code CEILING} for dearer. */
    public Price roundPrice(Price price, RoundingMode rounding) {
        long tick = tickAt(price).e8();
        return new Price(FixedPoint.divide(price.e8(), tick, rounding) * tick);
    }

    /** Rounds a size down to whole lots; the result may be zero. */
    public Quantity roundSize(Quantity size) {
        long lot = lot().e8();
        return new Quantity(size.e8() / lot * lot);
    }

    /** Whether the venue accepts this price as it stands. */
    public boolean isValidPrice(Price price) {
        return !price.isZero() && price.e8() % tickAt(price).e8() == 0;
    }

    /** Whether the size is a positive whole number of lots. */
    public boolean isValidSize(Quantity size) {
        return !size.isZero() && size.e8() % lot().e8() == 0;
    }

    private static int decimalDigits(long value) {
        int digits = 1;
        long rest = value;
        while (rest >= 10) {
            rest /= 10;
            digits++;
        }
        return digits;
    }
}
