package dev.sparkstacker.app.config.model;

import java.math.BigDecimal;

/** How a strategy's positions end besides its own signals. */
public record ExitSettings(
        @Setting(
                value = "Distance of the resting stop, in percent of the entry price (5 = 5 %).",
                byDefault = "5",
                min = "0.1",
                max = "90")
        BigDecimal stopPct,

        @Setting(
                value = "Distance of the resting target, in percent of the entry price (10 = 10 %).",
                byDefault = "10",
                min = "0.1",
                max = "90")
        BigDecimal targetPct,

        @Setting(
                value = "Longest time in a position, in hours of venue time.",
                byDefault = "24",
                min = "0.01",
                max = "8760")
        BigDecimal maxHoldHours,

        @Setting(
                value = "Bars of the strategy's interval without an entry after its stop was hit; 0 is none.",
                byDefault = "0",
                min = "0",
                max = "10000")
        int cooldownBars) {}
