package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Limits of one account, strategy or market; what is not set is not limited there. They never loosen a wider limit. */
public record ScopedLimitSettings(
        @Setting(value = "Largest notional of one position.", min = "0.01", max = "1000000000") @Nullable
        Usd maxPositionSizeUsd,

        @Setting(
                value = "Largest gross notional over all positions and working entries.",
                min = "0.01",
                max = "1000000000")
        @Nullable
        Usd maxTotalExposureUsd,

        @Setting(value = "Most positions at once.", min = "1", max = "1000") @Nullable
        Integer maxConcurrentPositions,

        @Setting(value = "Markets that offer less leverage than this are not traded.", min = "1", max = "50") @Nullable
        Leverage minLeverage,

        @Setting(value = "Highest leverage to trade with.", min = "1", max = "50") @Nullable
        Leverage maxLeverage,

        @Setting(value = "Entries worth less than this are skipped.", min = "0.01", max = "1000000000") @Nullable
        Usd minOrderSizeUsd,

        @Setting(value = "Largest notional of one entry.", min = "0.01", max = "1000000000") @Nullable
        Usd maxOrderSizeUsd,

        @Setting(value = "Most entries within a minute.", min = "1", max = "1000") @Nullable
        Integer maxOrdersPerMinute,

        @Setting(
                value = "How far from the mark price an entry's limit price may lie, in percent.",
                min = "0.01",
                max = "100")
        @Nullable
        BigDecimal priceCollarPct,

        @Setting(
                value = "Least order book value on the side an entry takes, within the slippage limit of mid.",
                min = "0",
                max = "1000000000")
        @Nullable
        Usd minOrderBookDepthUsd,

        @Setting(value = "Widest spread to enter at, in percent of mid.", min = "0.0001", max = "100") @Nullable
        BigDecimal maxSpreadPct,

        @Setting(
                value = "How far from mid the average price of an entry may lie, in percent.",
                min = "0.0001",
                max = "100")
        @Nullable
        BigDecimal maxSlippagePct,

        @Setting(value = "Loss of one UTC day at which trading stops.", min = "1", max = "1000000000") @Nullable
        Usd dailyLossLimitUsd,

        @Setting(
                value = "The same as a part of the equity the day began with; the tighter counts.",
                min = "0.01",
                max = "100")
        @Nullable
        BigDecimal dailyLossLimitPct,

        @Setting(value = "Fall from the highest equity at which trading stops.", min = "1", max = "1000000000")
        @Nullable
        Usd maxDrawdownUsd,

        @Setting(value = "The same as a part of the highest equity; the tighter counts.", min = "0.01", max = "100")
        @Nullable
        BigDecimal maxDrawdownPct,

        @Setting(value = "Losing round trips in a row at which trading stops.", min = "1", max = "1000") @Nullable
        Integer maxConsecutiveLosses) {}
