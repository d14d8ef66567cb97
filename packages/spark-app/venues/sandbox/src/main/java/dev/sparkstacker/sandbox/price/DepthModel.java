package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;

/**
 * A modelled book around a middle price: one level a tick, sizes that grow away from the touch.
 *
 * <pre>
 *  size(level) = top * (1 + level / 2)      top in USD, converted at the level's price, at least one lot
 * </pre>
 *
 * @param levels levels a side, 1 to 20
 * @param topUsd size of the best level in USD
 */
public record DepthModel(int levels, long topUsd) {
    /** Sizes are modelled anyway: this much of the price's finest digits does not matter, and 64 bits suffice. */
    private static final long COARSE = 10_000;

    /** Twenty levels with 40,000 USD at the touch. */
    public static DepthModel full() {
        return new DepthModel(20, 40_000);
    }

    /** One deep level a side: what a test or a backtest on bars needs. */
    public static DepthModel touch() {
        return new DepthModel(1, 1_000_000);
    }

    /** The book around a price, its spread one tick or a hundredth of a percent, whichever is wider. */
    public BookSnapshot around(Instrument instrument, Price mid) {
        long tick = instrument.tickAt(mid).e8();
        long half = Math.max(tick, mid.e8() / 20_000) / 2;
        long bid = Math.max(tick, Math.floorDiv(mid.e8() - half, tick) * tick);
        long ask = Math.ceilDiv(mid.e8() + half, tick) * tick;
        if (ask <= bid) {
            ask = bid + tick;
        }
        long[] bids = ladder(bid, -tick);
        long[] asks = ladder(ask, tick);
        return BookSnapshot.ofUnits(bids, sizes(instrument, bids), asks, sizes(instrument, asks));
    }

    private long[] ladder(long best, long step) {
        int count = levels;
        if (step < 0) {
            count = (int) Math.min(levels, best / -step);
        }
        long[] prices = new long[count];
        for (int i = 0; i < count; i++) {
            prices[i] = best + i * step;
        }
        return prices;
    }

    private long[] sizes(Instrument instrument, long[] prices) {
        long lot = instrument.lot().e8();
        long[] sizes = new long[prices.length];
        for (int i = 0; i < prices.length; i++) {
            long usd = topUsd * (2 + i) / 2;
            long size = usd * FixedPoint.ONE / Math.max(1, prices[i] / COARSE) * (FixedPoint.ONE / COARSE);
            sizes[i] = Math.max(lot, size / lot * lot);
        }
        return sizes;
    }
}
