package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/**
 * What is held and working, at the worst: unanswered entries count as if they will execute.
 *
 * @param inMarket notional on the leg's account in the leg's market
 * @param total gross notional over everything
 * @param positions positions and working entries, counted
 * @param oppositeHolder who holds the opposite direction on the leg's account and market, or null
 */
record Exposure(
        Usd inMarket, Usd total, int positions, @Nullable String oppositeHolder) {
    static Exposure of(World world, Leg leg, Side side, Price reference) {
        Usd inMarket = Usd.ZERO;
        Usd total = Usd.ZERO;
        int positions = 0;
        String opposite = null;
        for (Leg other : world.legs()) {
            Market market = world.market(other.id().market());
            Usd notional =
                    priceOf(market, other, reference).times(other.size().abs().plus(workingEntry(world, other)));
            boolean active = !other.isFlat();
            positions += active ? 1 : 0;
            total = total.plus(notional);
            boolean sameNet = other.account().equals(leg.account())
                    && other.id().market().equals(leg.id().market());
            if (sameNet) {
                inMarket = inMarket.plus(notional);
                Side held = heldSide(world, other);
                if (held != null && held != side) {
                    opposite = other.id().toString();
                }
            }
        }
        return new Exposure(inMarket, total, positions, opposite);
    }

    /** The same exposure with an entry elsewhere added. */
    Exposure plus(Usd notional, int count) {
        return new Exposure(inMarket, total.plus(notional), positions + count, oppositeHolder);
    }

    private static Price priceOf(Market market, Leg leg, Price reference) {
        Price mark = market.mark();
        Price entry = leg.position().entryPrice();
        return mark != null ? mark : entry != null ? entry : reference;
    }

    private static Quantity workingEntry(World world, Leg leg) {
        Quantity working = Quantity.ZERO;
        for (OrderRecord order :
                world.orders().workingEntries(leg.account(), leg.id().market())) {
            if (order.request().leg().equals(leg.id())) {
                working = working.plus(order.working());
            }
        }
        return working;
    }

    private static @Nullable Side heldSide(World world, Leg leg) {
        if (!leg.size().isZero()) {
            return leg.side();
        }
        for (OrderRecord order :
                world.orders().workingEntries(leg.account(), leg.id().market())) {
            if (order.request().leg().equals(leg.id())) {
                return order.request().side();
            }
        }
        return null;
    }
}
