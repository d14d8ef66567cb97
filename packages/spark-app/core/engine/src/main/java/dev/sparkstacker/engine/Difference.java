package dev.sparkstacker.engine;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import java.math.RoundingMode;

/**
 * A market in which the venue's position is not the booked one.
 *
 * @param market the market
 * @param venue what the venue holds
 * @param legs what the legs hold
 * @param stray what is being closed besides
 * @param averageEntry the venue's average entry price; zero where it holds nothing
 */
record Difference(
        MarketId market, SignedQuantity venue, SignedQuantity legs, SignedQuantity stray, Price averageEntry) {
    /** What no leg explains. */
    SignedQuantity unexplained() {
        return venue.minus(legs);
    }

    /** Whether the venue holds more than the legs, on their side: only that can be taken over or closed. */
    boolean isExcess() {
        boolean sameSide = legs.isZero() || legs.signum() == venue.signum();
        return sameSide && !unexplained().isZero() && unexplained().signum() == venue.signum();
    }

    Side side() {
        return unexplained().isLong() ? Side.BUY : Side.SELL;
    }

    /**
     * The price at which the unexplained part was entered, so that with what the leg holds the average is the venue's;
     * the venue's average itself where that gives no price.
     */
    Price entryPriceBeside(Position held) {
        Usd whole = averageEntry.times(venue.abs());
        Usd rest = whole.minus(held.openCost());
        return rest.isPositive()
                ? new Price(FixedPoint.multiplyDivide(
                        rest.e8(), FixedPoint.ONE, unexplained().abs().e8(), RoundingMode.HALF_UP))
                : averageEntry;
    }

    @Override
    public String toString() {
        return market + ": venue " + venue + ", booked " + legs.plus(stray);
    }
}
