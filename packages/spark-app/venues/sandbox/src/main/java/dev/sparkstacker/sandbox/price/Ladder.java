package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;

/** Builds a modelled book around a price: sizes grow away from the touch and vary at random. */
final class Ladder {
    static final int LEVELS = 20;

    private final Instrument instrument;
    private final long touchSizeE8;

    /** A ladder whose touch holds about the given size. */
    Ladder(Instrument instrument, long touchSizeE8) {
        this.instrument = instrument;
        this.touchSizeE8 = touchSizeE8;
    }

    /** A book with its middle near the given price and its touch half the spread away. */
    BookSnapshot around(long midE8, long halfSpreadE8, RandomGenerator random) {
        long[] bids = new long[LEVELS];
        long[] asks = new long[LEVELS];
        long bid = touch(midE8, halfSpreadE8, Side.BUY);
        long ask = touch(midE8, halfSpreadE8, Side.SELL);
        for (int i = 0; i < LEVELS; i++) {
            bids[i] = bid;
            asks[i] = ask;
            bid = round(bid - tick(bid), RoundingMode.FLOOR);
            ask = round(ask + tick(ask), RoundingMode.CEILING);
        }
        return BookSnapshot.ofUnits(bids, sizes(random), asks, sizes(random));
    }

    /** The best price of a side; {@code BUY} means bids. */
    long touch(long midE8, long halfSpreadE8, Side side) {
        long bid = round(midE8 - halfSpreadE8, RoundingMode.FLOOR);
        if (side == Side.BUY) {
            return bid;
        }
        long ask = round(midE8 + halfSpreadE8, RoundingMode.CEILING);
        return ask > bid ? ask : round(bid + tick(bid), RoundingMode.CEILING);
    }

    private long[] sizes(RandomGenerator random) {
        long lot = instrument.lot().e8();
        long[] sizes = new long[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            long size = (long) (touchSizeE8 * (0.5 + random.nextDouble()) * (1 + 0.3 * i));
            sizes[i] = Math.max(lot, size / lot * lot);
        }
        return sizes;
    }

    private long tick(long priceE8) {
        return instrument.tickAt(new Price(priceE8)).e8();
    }

    private long round(long priceE8, RoundingMode rounding) {
        return instrument.roundPrice(new Price(priceE8), rounding).e8();
    }
}
