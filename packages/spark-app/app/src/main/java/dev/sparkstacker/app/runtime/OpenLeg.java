package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Output;
import org.jspecify.annotations.Nullable;

/**
 * An open leg with what it is worth and what it cost.
 *
 * @param told the leg as it last changed
 * @param mark mark price at the last closed bar, or null before the first
 * @param costs fees and funding since it was last flat
 */
record OpenLeg(Output.LegChanged told, @Nullable Price mark, LegCosts costs) {
    /** Size × mark, negative if short; null where the mark price is not known. */
    @Nullable
    Usd exposure() {
        return mark == null ? null : signed(mark.times(told.size().abs()));
    }

    /** Size × (mark − entry); null where either is not known. */
    @Nullable
    Usd unrealizedPnl() {
        Price entry = told.entryPrice();
        if (told.size().isZero()) {
            return Usd.ZERO;
        }
        if (mark == null || entry == null) {
            return null;
        }
        Quantity size = told.size().abs();
        return signed(mark.times(size).minus(entry.times(size)));
    }

    private Usd signed(Usd amount) {
        return told.size().isShort() ? amount.negate() : amount;
    }
}
