package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Limits that hold for everything together. What has no default is not limited where it is not set. */
public record LimitSettings(
        @Setting(
                value = "Largest notional of one position.",
                byDefault = "1000",
                min = "0.01",
                max = "1000000000",
                env = "MAX_POSITION_SIZE")
        Usd maxPositionSizeUsd,

        @Setting(
                value = "Largest gross notional over all positions and working entries.",
                byDefault = "3000",
                min = "0.01",
                max = "1000000000",
                env = "MAX_TOTAL_EXPOSURE")
        Usd maxTotalExposureUsd,

        @Setting(
                value = "Most positions at once.",
                byDefault = "5",
                min = "1",
                max = "1000",
                env = "MAX_CONCURRENT_POSITIONS")
        int maxConcurrentPositions,

        @Setting(
                value = "Markets that offer less leverage than this are not traded.",
                byDefault = "10",
                min = "1",
                max = "50",
                env = "MIN_LEVERAGE")
        Leverage minLeverage,

        @Setting(value = "Highest leverage to trade with.", byDefault = "50", min = "1", max = "50")
        Leverage maxLeverage,

        @Setting(value = "Entries worth less than this are skipped.", min = "0.01", max = "1000000000") @Nullable
        Usd minOrderSizeUsd,

        @Setting(value = "Largest notional of one entry.", min = "0.01", max = "1000000000") @Nullable
        Usd maxOrderSizeUsd,

        @Setting(value = "Most entries within a minute.", byDefault = "30", min = "1", max = "1000")
        int maxOrdersPerMinute,

        @Setting(
                value = "How far from the mark price an entry's limit price may lie, in percent.",
                byDefault = "5",
                min = "0.01",
                max = "100")
        BigDecimal priceCollarPct,

        @Setting(
                value = "Least order book value on the side an entry takes, within the slippage limit of mid.",
                byDefault = "10000",
                min = "0",
                max = "1000000000",
                env = "MIN_ORDER_BOOK_DEPTH")
        Usd minOrderBookDepthUsd,

        @Setting(
                value = "Widest spread to enter at, in percent of mid.",
                byDefault = "0.5",
                min = "0.0001",
                max = "100")
        BigDecimal maxSpreadPct,

        @Setting(
                value = "How far from mid the average price of an entry may lie, in percent; orders.entrySlippagePct"
                        + " where it is not set.",
                min = "0.0001",
                max = "100")
        @Nullable
        BigDecimal maxSlippagePct,

        @Setting(
                value = "Loss of one UTC day at which trading stops.",
                byDefault = "500",
                min = "1",
                max = "1000000000",
                env = "DAILY_LOSS_LIMIT")
        Usd dailyLossLimitUsd,

        @Setting(
                value = "The same as a part of the equity the day began with; the tighter counts.",
                min = "0.01",
                max = "100")
        @Nullable
        BigDecimal dailyLossLimitPct,

        @Setting(
                value = "Fall from the highest equity at which trading stops.",
                byDefault = "1000",
                min = "1",
                max = "1000000000",
                env = "MAX_DRAWDOWN")
        Usd maxDrawdownUsd,

        @Setting(value = "The same as a part of the highest equity; the tighter counts.", min = "0.01", max = "100")
        @Nullable
        BigDecimal maxDrawdownPct,

        @Setting(value = "Losing round trips in a row at which trading stops.", min = "1", max = "1000") @Nullable
        Integer maxConsecutiveLosses) {}
