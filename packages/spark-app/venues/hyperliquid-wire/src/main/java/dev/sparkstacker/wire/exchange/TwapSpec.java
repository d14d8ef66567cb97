package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.Canonical;
import dev.sparkstacker.wire.json.Key;
import java.math.BigDecimal;

/** A TWAP order. */
@Canonical
public record TwapSpec(
        @Key("a") int asset,
        @Key("b") boolean isBuy,
        @Key("s") BigDecimal size,
        @Key("r") boolean reduceOnly,
        @Key("m") int minutes,
        @Key("t") boolean randomize) {}
