package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.risk.check.ProposedEntry;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something held or working that limits count.
 *
 * @param held notional held at the mark price, or null while that is unknown
 * @param working notional of an entry that works or is unanswered, as if all of it will execute
 * @param risk what it would lose further if its stop is hit, or null while unknown
 * @param positions how many positions it counts as
 */
record Holding(
        AccountId account,
        StrategyId strategy,
        MarketId market,
        @Nullable Usd held,
        Usd working,
        @Nullable Usd risk,
        int positions) {
    /** Everything there is: what legs hold, entries that work or are unanswered, and what is being closed besides. */
    static List<Holding> all(World world) {
        List<Holding> all = new ArrayList<>();
        for (Pair pair : world.pairs()) {
            for (Leg leg : pair.legs()) {
                if (!leg.isFlat()) {
                    all.add(of(leg, world.market(leg.id().market())));
                }
            }
        }
        for (OrderRecord order : world.orders().all()) {
            if (!order.request().reduceOnly() && !order.working().isZero()) {
                all.add(of(world, order));
            }
        }
        for (Stray.State stray : world.strays().state()) {
            all.add(of(stray, world.market(stray.market())));
        }
        return all;
    }

    /** An entry that is not sent yet, as if it had been and had filled. */
    static Holding of(ProposedEntry entry) {
        Price stop = entry.stop();
        LegId leg = entry.leg();
        return new Holding(
                entry.account(),
                leg.strategy(),
                leg.market(),
                entry.notional(),
                Usd.ZERO,
                stop == null ? null : loss(entry.side(), entry.limit(), stop, entry.size()),
                1);
    }

    private static Holding of(Leg leg, Market market) {
        Price mark = market.mark();
        Quantity size = leg.size().abs();
        return new Holding(
                leg.account(),
                leg.id().strategy(),
                leg.id().market(),
                size.isZero() ? Usd.ZERO : mark == null ? null : mark.times(size),
                Usd.ZERO,
                size.isZero() ? Usd.ZERO : riskOf(leg, mark, size),
                1);
    }

    private static @Nullable Usd riskOf(Leg leg, @Nullable Price mark, Quantity size) {
        Price stop = leg.stopPrice() == null ? leg.plannedStop() : leg.stopPrice();
        Side side = leg.side();
        return mark == null || stop == null || side == null ? null : loss(side, mark, stop, size);
    }

    private static Holding of(World world, OrderRecord order) {
        LegId id = order.request().leg();
        Leg leg = world.leg(id);
        Price limit = order.request().limit();
        Price mark = world.market(id.market()).mark();
        Price stop = leg == null ? null : leg.plannedStop();
        Quantity size = order.working();
        return new Holding(
                order.account(),
                id.strategy(),
                id.market(),
                Usd.ZERO,
                (mark == null ? limit : mark).times(size),
                stop == null ? null : loss(order.request().side(), limit, stop, size),
                leg == null || leg.isFlat() ? 1 : 0);
    }

    /** What is being closed as unexplained has no stop: all of it is at risk. */
    private static Holding of(Stray.State stray, Market market) {
        Price mark = market.mark();
        Usd held = mark == null ? null : mark.times(stray.size().abs());
        return new Holding(stray.account(), Stray.STRATEGY, stray.market(), held, Usd.ZERO, held, 1);
    }

    private static Usd loss(Side side, Price from, Price stop, Quantity size) {
        long fall = side == Side.BUY ? from.e8() - stop.e8() : stop.e8() - from.e8();
        return fall <= 0 ? Usd.ZERO : new Price(fall).times(size, RoundingMode.UP);
    }
}
