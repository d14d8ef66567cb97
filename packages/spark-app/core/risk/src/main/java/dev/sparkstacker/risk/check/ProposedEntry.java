package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it would be sent.
 *
 * @param account the account it would trade on
 * @param leg the leg it would open
 * @param side buy or sell
 * @param size whole lots, possibly zero
 * @param reference the price its value is judged at: the touch on the side taken
 * @param limit the worst price it may pay
 * @param leverage the leverage it needs
 * @param marginMode the margin mode it needs
 * @param stop where its stop will be placed: the stop that sized it, or null where it has none
 * @param targetDistance how far from the reference its target lies, as a fraction in favour of the position; null where
 *     it has none
 */
public record ProposedEntry(
        AccountId account,
        LegId leg,
        Side side,
        Quantity size,
        Price reference,
        Price limit,
        Leverage leverage,
        MarginMode marginMode,
        @Nullable Price stop,
        @Nullable Rate targetDistance) {
    /** What it is worth at the reference price. */
    public Usd notional() {
        return reference.times(size);
    }

    /** Whether a price lies on the side of loss of another, seen from the position. */
    boolean isWorse(Price price, Price than) {
        return side == Side.BUY ? price.compareTo(than) < 0 : price.compareTo(than) > 0;
    }
}
