package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;

/** Limits on what may be entered. */
public record RiskSettings(
        @Setting(
                value = "Part of the equity risked in one trade by risk-based sizing, in percent (1 = 1 %).",
                byDefault = "1",
                min = "0.01",
                max = "100",
                env = "RISK_PERCENTAGE")
        BigDecimal riskPerTradePct,

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
                value = "Loss of one UTC day at which trading stops.",
                byDefault = "500",
                min = "0.01",
                max = "1000000000",
                env = "DAILY_LOSS_LIMIT")
        Usd dailyLossLimitUsd,

        @Setting(
                value = "Fall from the highest equity at which trading stops.",
                byDefault = "1000",
                min = "0.01",
                max = "1000000000",
                env = "MAX_DRAWDOWN")
        Usd maxDrawdownUsd,

        @Setting(
                value = "Markets that offer less leverage than this are not traded.",
                byDefault = "10",
                min = "1",
                max = "50",
                env = "MIN_LEVERAGE")
        Leverage minLeverage,

        @Setting(
                value = "Least order book value on the side an entry takes, within the slippage limit.",
                byDefault = "10000",
                min = "0",
                max = "1000000000",
                env = "MIN_ORDER_BOOK_DEPTH")
        Usd minOrderBookDepthUsd) {}
