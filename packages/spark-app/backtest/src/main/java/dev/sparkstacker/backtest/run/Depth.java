package dev.sparkstacker.backtest.run;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import dev.sparkstacker.sandbox.price.DepthModel;
import java.math.RoundingMode;

/** The book around a price where none was recorded. */
public sealed interface Depth {
    BookSnapshot around(Instrument instrument, Price price);

    /** For people. */
    String describe();

    /** Levels that an order walks through: the larger the order, the worse its price. */
    record Walked(DepthModel model) implements Depth {
        @Override
        public BookSnapshot around(Instrument instrument, Price price) {
            return model.around(instrument, price);
        }

        @Override
        public String describe() {
            return "orders walk a modelled book of " + model.levels() + " levels with " + model.topUsd()
                    + " USD at the touch, a spread of one tick or 0.01 %";
        }
    }

    /** Every taker pays a fixed distance from the price, whatever its size up to a million USD. */
    record Slipped(Rate distance) implements Depth {
        private static final long USD = 1_000_000;

        @Override
        public BookSnapshot around(Instrument instrument, Price price) {
            long tick = instrument.tickAt(price).e8();
            long off = FixedPoint.multiplyDivide(price.e8(), distance.e12(), Rate.ONE, RoundingMode.HALF_UP);
            long bid = Math.max(tick, Math.floorDiv(price.e8() - off, tick) * tick);
            long ask = Math.max(bid + tick, Math.ceilDiv(price.e8() + off, tick) * tick);
            long lot = instrument.lot().e8();
            long size = Math.max(
                    lot,
                    FixedPoint.multiplyDivide(USD * FixedPoint.ONE, FixedPoint.ONE, price.e8(), RoundingMode.DOWN)
                            / lot
                            * lot);
            return BookSnapshot.ofUnits(new long[] {bid}, new long[] {size}, new long[] {ask}, new long[] {size});
        }

        @Override
        public String describe() {
            return "takers pay a configured distance of "
                    + distance.toBigDecimal()
                            .movePointRight(4)
                            .stripTrailingZeros()
                            .toPlainString()
                    + " bps from the price, rounded away to the tick";
        }
    }
}
