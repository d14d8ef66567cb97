package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import java.math.BigDecimal;

/** The circuit breakers. What may be lost stands with the limits. Times are venue time. */
public record BreakerSettings(
        @Setting(
                value = "Share of its limit, in percent, from which on a breaker warns and sizes are halved.",
                byDefault = "80",
                min = "1",
                max = "100")
        BigDecimal warnAtPct,

        @Setting(value = "What follows when the daily loss limit is reached: halt or flatten.", byDefault = "halt")
        BreakerAction onDailyLoss,

        @Setting(
                value = "Time after which it resets itself; 0 where only a person resets it.",
                byDefault = "0",
                min = "0",
                max = "604800000")
        long dailyLossCoolOffMs,

        @Setting(value = "What follows when the drawdown limit is reached: halt or flatten.", byDefault = "halt")
        BreakerAction onDrawdown,

        @Setting(
                value = "Time after which it resets itself; 0 where only a person resets it.",
                byDefault = "0",
                min = "0",
                max = "604800000")
        long drawdownCoolOffMs,

        @Setting(value = "What follows when too many round trips in a row lost: halt or flatten.", byDefault = "halt")
        BreakerAction onConsecutiveLosses,

        @Setting(
                value = "Time after which it resets itself; 0 where only a person resets it.",
                byDefault = "0",
                min = "0",
                max = "604800000")
        long consecutiveLossesCoolOffMs,

        @Setting(
                value = "Share of refused or unanswered orders, in percent, at which an account stops entering.",
                byDefault = "50",
                min = "1",
                max = "100")
        BigDecimal maxOrderErrorPct,

        @Setting(value = "Fewest orders to judge that by.", byDefault = "10", min = "1", max = "500")
        int minOrdersToJudge,

        @Setting(value = "Time looked back on for that.", byDefault = "600000", min = "1000", max = "86400000")
        long orderErrorWindowMs,

        @Setting(
                value = "Time after which it resets itself; 0 where only a person resets it.",
                byDefault = "0",
                min = "0",
                max = "604800000")
        long orderErrorCoolOffMs,

        @Setting(
                value = "Requests refused for being too many, at which an account stops entering.",
                byDefault = "5",
                min = "1",
                max = "1000")
        int maxRateLimitHits,

        @Setting(value = "Time looked back on for that.", byDefault = "60000", min = "1000", max = "86400000")
        long rateLimitWindowMs,

        @Setting(
                value = "Time after which it resets itself; 0 where only a person resets it.",
                byDefault = "300000",
                min = "0",
                max = "604800000")
        long rateLimitCoolOffMs,

        @Setting(
                value = "Time without news of a market at which it is not entered any more.",
                byDefault = "60000",
                min = "1000",
                max = "86400000")
        long staleDataMs,

        @Setting(
                value = "Time after which it resets itself once there are news; 0 where only a person resets it.",
                byDefault = "60000",
                min = "0",
                max = "604800000")
        long staleDataCoolOffMs,

        @Setting(
                value = "Differences between the books and the venue at which an account stops entering.",
                byDefault = "1",
                min = "1",
                max = "1000")
        int maxReconciliationDifferences,

        @Setting(
                value = "Time after which it resets itself once the books agree; 0 where only a person resets it.",
                byDefault = "0",
                min = "0",
                max = "604800000")
        long reconciliationCoolOffMs,

        @Setting(
                value = "A reading of the equity that moved by more than this beyond own trading and transfers is not"
                        + " believed.",
                byDefault = "5",
                min = "0.01",
                max = "100")
        BigDecimal maxUnexplainedEquityPct,

        @Setting(
                value = "An unexplained move below this amount is noise.",
                byDefault = "5",
                min = "0.01",
                max = "1000000")
        Usd alwaysBelievedUsd,

        @Setting(
                value = "Age at which the last reading of the equity counts as unknown.",
                byDefault = "120000",
                min = "1000",
                max = "86400000")
        long maxEquityAgeMs) {}
