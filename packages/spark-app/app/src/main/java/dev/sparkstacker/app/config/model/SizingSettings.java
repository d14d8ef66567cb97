package dev.sparkstacker.app.config.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a leg is sized. Each method has keys of its own; those of others are refused. */
public record SizingSettings(
        @Setting(
                value = "fixedUsd: the leg's marginUsd × leverage. percentEquity: marginPct of the equity × leverage."
                        + " riskBased: what loses riskPct of the equity at the stop. fixedUnits: sizeUnits. kelly: the"
                        + " Kelly fraction of the equity as notional, at most maxEquityPct.",
                byDefault = "fixedUsd")
        SizingKind method,

        @Setting(value = "percentEquity: margin of a position, of the account's equity.", min = "0.0001", max = "100")
        @Nullable
        BigDecimal marginPct,

        @Setting(
                value = "riskBased: what a stopped position loses, of the account's equity, before costs;"
                        + " risk.riskPerTradePct where it is not set.",
                min = "0.0001",
                max = "100")
        @Nullable
        BigDecimal riskPct,

        @Setting(
                value = "fixedUnits: size in units of the base asset, such as 0.5 (ETH).",
                min = "0.00000001",
                max = "1000000000")
        @Nullable
        BigDecimal sizeUnits,

        @Setting(value = "kelly: share of trades that win.", min = "0.01", max = "99.99") @Nullable
        BigDecimal winRatePct,

        @Setting(value = "kelly: average win of a winning trade, of its notional.", min = "0.0001", max = "10000")
        @Nullable
        BigDecimal averageWinPct,

        @Setting(
                value = "kelly: average loss of a losing trade, of its notional, as a positive number.",
                min = "0.0001",
                max = "10000")
        @Nullable
        BigDecimal averageLossPct,

        @Setting(value = "kelly: largest notional of a position, of the equity.", min = "0.01", max = "1000") @Nullable
        BigDecimal maxEquityPct,

        @Setting(value = "Whether the strength of the signal, 0 to 1, scales the size.", byDefault = "false")
        boolean scaleByStrength) {}
