package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;

/**
 * Plays a bar as four prints. The path between its prices is not known; which extreme comes first is chosen by seed.
 *
 * <pre>
 *  open ---- low ---- high ---- close        or        open ---- high ---- low ---- close
 *  0         1/3      2/3       end - 1 ms
 * </pre>
 *
 * Each print is preceded by the book around it and followed by its context, so that a resting order at the price is
 * judged by the print and an order sent on it meets the book that belongs to it.
 */
public final class BarPath {
    private static final int POINTS = 4;

    private final Instrument instrument;
    private final Interval interval;
    private final DepthModel depth;
    private final long seed;

    public BarPath(Instrument instrument, Interval interval, DepthModel depth, long seed) {
        this.instrument = instrument;
        this.interval = interval;
        this.depth = depth;
        this.seed = seed;
    }

    /** Venue time of one of the four points. */
    public long timeMs(Bar bar, int point) {
        return switch (point) {
            case 0 -> bar.openTimeMs();
            case 1 -> bar.openTimeMs() + interval.millis() / 3;
            case 2 -> bar.openTimeMs() + interval.millis() * 2 / 3;
            default -> bar.openTimeMs() + interval.millis() - 1;
        };
    }

    /** Plays the whole bar at one instant, later than its own. */
    public void emitAt(long timeMs, Bar bar, PriceListener listener) {
        for (int point = 0; point < POINTS; point++) {
            emit(bar, point, timeMs, listener);
        }
    }

    /** Plays one point. */
    public void emit(Bar bar, int point, PriceListener listener) {
        emit(bar, point, timeMs(bar, point), listener);
    }

    private void emit(Bar bar, int point, long time, PriceListener listener) {
        Price price = price(bar, point);
        listener.onBook(instrument.market(), time, depth.around(instrument, price));
        long share = bar.volume().e8() / POINTS;
        long size = point == POINTS - 1 ? bar.volume().e8() - share * (POINTS - 1) : share;
        if (size > 0) {
            listener.onTrade(instrument.market(), time, aggressor(bar, point), price, new Quantity(size));
        }
        Price mark =
                instrument.isValidPrice(price) ? price : instrument.roundPrice(price, java.math.RoundingMode.HALF_EVEN);
        listener.onContext(instrument.market(), time, mark, mark, Rate.ZERO);
    }

    /** Plays the whole bar. */
    public void emit(Bar bar, PriceListener listener) {
        for (int point = 0; point < POINTS; point++) {
            emit(bar, point, listener);
        }
    }

    private Price price(Bar bar, int point) {
        return switch (point) {
            case 0 -> bar.open();
            case 1 -> lowFirst(bar) ? bar.low() : bar.high();
            case 2 -> lowFirst(bar) ? bar.high() : bar.low();
            default -> bar.close();
        };
    }

    private Side aggressor(Bar bar, int point) {
        Price before = point == 0 ? bar.open() : price(bar, point - 1);
        return price(bar, point).compareTo(before) < 0 ? Side.SELL : Side.BUY;
    }

    private boolean lowFirst(Bar bar) {
        long z = seed ^ (bar.openTimeMs() * 0x9E3779B97F4A7C15L);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        return ((z ^ (z >>> 27)) & 1) == 0;
    }
}
