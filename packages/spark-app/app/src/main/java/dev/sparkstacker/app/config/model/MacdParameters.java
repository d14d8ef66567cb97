package dev.sparkstacker.app.config.model;

import java.math.BigDecimal;

/** The parameters of {@code macd}. */
@Kind("macd")
public record MacdParameters(
        @Setting(value = "Length of the fast average.", byDefault = "8", min = "1", max = "1000")
        int fastBars,

        @Setting(
                value = "Length of the slow average; longer than the fast one.",
                byDefault = "21",
                min = "2",
                max = "5000")
        int slowBars,

        @Setting(value = "Length of the signal line's average.", byDefault = "5", min = "1", max = "1000")
        int signalBars,

        @Setting(
                value = "Least distance of line and signal at a crossing, in basis points of the price; 0 is off.",
                byDefault = "0",
                min = "0",
                max = "10000")
        BigDecimal minHistogramBps)
        implements StrategyParameters {}
