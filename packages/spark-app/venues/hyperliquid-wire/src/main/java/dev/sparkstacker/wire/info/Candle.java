package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Key;
import java.math.BigDecimal;

/**
 * One bar.
 *
 * @param openMs first ms of the bar
 * @param closeMs last ms of the bar
 * @param volume in base units
 * @param trades number of prints
 */
public record Candle(
        @Key("t") long openMs,
        @Key("T") long closeMs,
        @Key("s") String coin,
        @Key("i") String interval,
        @Key("o") BigDecimal open,
        @Key("c") BigDecimal close,
        @Key("h") BigDecimal high,
        @Key("l") BigDecimal low,
        @Key("v") BigDecimal volume,
        @Key("n") long trades) {}
