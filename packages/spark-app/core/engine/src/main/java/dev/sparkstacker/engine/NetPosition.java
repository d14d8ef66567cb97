package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.risk.check.EntryFacts;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What all strategies together hold on one account: the venue nets it by market. */
final class NetPosition {
    private final World world;
    private final AccountId account;

    NetPosition(World world, AccountId account) {
        this.world = world;
        this.account = account;
    }

    /** Who holds or enters the other side in a market, or null where nobody does. */
    @Nullable
    String oppositeHolder(MarketId market, Side side) {
        String opposite = null;
        for (Leg leg : world.legs()) {
            if (isHere(leg, market)) {
                Side held = heldSide(leg);
                if (held != null && held != side) {
                    opposite = leg.id().toString();
                }
            }
        }
        return opposite;
    }

    /** What is held in a market on a side, or null where nothing is. */
    EntryFacts.@Nullable Held held(MarketId market, Side side) {
        Quantity size = Quantity.ZERO;
        Usd cost = Usd.ZERO;
        for (Leg leg : world.legs()) {
            if (isHere(leg, market) && leg.side() == side && !leg.size().isZero()) {
                size = size.plus(leg.size().abs());
                cost = cost.plus(leg.position().openCost());
            }
        }
        return size.isZero() || !cost.isPositive()
                ? null
                : new EntryFacts.Held(
                        size,
                        new Price(
                                FixedPoint.multiplyDivide(cost.e8(), FixedPoint.ONE, size.e8(), RoundingMode.HALF_UP)));
    }

    /**
     * Maintenance margin of what is held in other markets, half of the initial margin at the market's highest leverage;
     * null while a price or a market's rules are unknown.
     */
    @Nullable
    Usd maintenanceBeside(MarketId market) {
        Usd sum = Usd.ZERO;
        for (Leg leg : world.legs()) {
            boolean elsewhere =
                    leg.account().equals(account) && !leg.id().market().equals(market);
            if (elsewhere && !leg.size().isZero()) {
                Market other = world.market(leg.id().market());
                Price mark = other.mark();
                Instrument rules = other.instrument();
                if (mark == null || rules == null) {
                    return null;
                }
                long divisor = 2L * rules.maxLeverage().times();
                long notional = mark.times(leg.size().abs()).e8();
                sum = sum.plus(new Usd(FixedPoint.divide(notional, divisor, RoundingMode.UP)));
            }
        }
        return sum;
    }

    private boolean isHere(Leg leg, MarketId market) {
        return leg.account().equals(account) && leg.id().market().equals(market);
    }

    private @Nullable Side heldSide(Leg leg) {
        if (!leg.size().isZero()) {
            return leg.side();
        }
        for (OrderRecord order : world.orders().workingEntries(account, leg.id().market())) {
            if (order.request().leg().equals(leg.id())) {
                return order.request().side();
            }
        }
        return null;
    }
}
