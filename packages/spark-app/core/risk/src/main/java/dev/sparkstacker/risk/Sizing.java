package dev.sparkstacker.risk;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import java.math.RoundingMode;

/** Turns money into sizes. Sizes are only ever rounded down. */
public final class Sizing {
    private Sizing() {}

    /** The whole lots that a notional buys at a price; zero where it does not reach one lot. */
    public static Quantity ofNotional(Usd notional, Price price, Instrument instrument) {
        return instrument.roundSize(notional.dividedBy(price, RoundingMode.DOWN));
    }
}
