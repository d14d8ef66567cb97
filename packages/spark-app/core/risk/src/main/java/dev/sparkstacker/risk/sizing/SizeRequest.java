package dev.sparkstacker.risk.sizing;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.SizingConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides a size.
 *
 * @param sizing how the leg is sized
 * @param side buy or sell
 * @param entry the price it is sized at: the touch on the side taken
 * @param stop where the stop will be placed, or null where there is none
 * @param leverage the leg's leverage
 * @param equity the account's equity now, or null while unknown
 * @param strength strength of the signal, from 0 to 1
 * @param halved whether a breaker warns
 * @param instrument the market's rules
 * @param limits every set of limits that covers the entry, the widest first
 * @param position notional held, working and unanswered on the account in the market, or null while unknown
 */
public record SizeRequest(
        SizingConfig sizing,
        Side side,
        Price entry,
        @Nullable Price stop,
        Leverage leverage,
        @Nullable Usd equity,
        Rate strength,
        boolean halved,
        Instrument instrument,
        List<ScopedLimits> limits,
        @Nullable Usd position) {
    public SizeRequest {
        if (strength.e12() < 0 || strength.e12() > Rate.ONE) {
            throw new IllegalArgumentException("A strength lies between 0 and 1: " + strength);
        }
        if (entry.isZero()) {
            throw new IllegalArgumentException("Nothing is sized at a price of zero");
        }
    }
}
