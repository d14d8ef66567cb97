package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.WireNumber;
import dev.sparkstacker.wire.json.Canonical;
import dev.sparkstacker.wire.json.Key;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One order of an action.
 *
 * @param asset asset id: index of a perp, 10000 + index of a spot pair, 100000 + ... for builder dexs
 * @param limitPx worst price; for a trigger the price of the order it becomes
 * @param size base units; zero for a position-wide TP/SL
 * @param cloid {@code 0x} and 32 lower-case hex digits
 */
@Canonical
public record OrderSpec(
        @Key("a") int asset,
        @Key("b") boolean isBuy,
        @Key("p") BigDecimal limitPx,
        @Key("s") BigDecimal size,
        @Key("r") boolean reduceOnly,
        @Key("t") OrderType type,
        @Key("c") @Nullable String cloid) {

    /**
     * Checks that price and size can be written exactly.
     *
     * @throws IllegalArgumentException when either has more than 8 decimals
     */
    public OrderSpec {
        WireNumber.wire(limitPx);
        WireNumber.wire(size);
    }
}
