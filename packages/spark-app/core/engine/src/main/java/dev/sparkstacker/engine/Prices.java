package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import java.math.RoundingMode;

/** Limit prices of immediate-or-cancel orders. */
final class Prices {
    private Prices() {}

    /** The worst price an order may pay: the touch moved through by the cap, on a tick, never past the cap. */
    static Price capped(Side side, Price touch, Rate cap, Instrument instrument) {
        if (side == Side.BUY) {
            Price limit = instrument.roundPrice(touch.shift(cap, RoundingMode.FLOOR), RoundingMode.FLOOR);
            return limit.compareTo(touch) < 0 ? touch : limit;
        }
        Price limit = instrument.roundPrice(touch.shift(cap.negate(), RoundingMode.CEILING), RoundingMode.CEILING);
        return limit.compareTo(touch) > 0 ? touch : limit;
    }
}
