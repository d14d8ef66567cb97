package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Later;
import dev.sparkstacker.wire.json.WriteNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A net position.
 *
 * @param szi signed size in base units
 * @param entryPx null only where the venue says so
 * @param positionValue unsigned notional at mark, USD
 * @param returnOnEquity fraction
 * @param liquidationPx null when unreachable
 */
public record Position(
        String coin,
        BigDecimal szi,
        Leverage leverage,
        @WriteNull @Nullable BigDecimal entryPx,
        BigDecimal positionValue,
        BigDecimal unrealizedPnl,
        BigDecimal returnOnEquity,
        @WriteNull @Nullable BigDecimal liquidationPx,
        BigDecimal marginUsed,
        @Later int maxLeverage,
        @Later CumFunding cumFunding) {}
