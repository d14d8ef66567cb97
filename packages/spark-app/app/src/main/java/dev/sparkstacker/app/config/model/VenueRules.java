package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.Usd;

/** Rules of the venue that paper trading may relax. The lot is never relaxed. */
public record VenueRules(
        @Setting(
                value = "Least order value the sandbox accepts. The real venue refuses orders under 10 USD.",
                byDefault = "10",
                min = "0",
                max = "1000000")
        Usd minNotionalUsd,

        @Setting(
                value =
                        "Actions an account may send before it has traded; each USD traded adds one. The real venue gives 10000, which an account of a few USD a trade uses up in days.",
                byDefault = "10000",
                min = "100",
                max = "1000000000")
        long addressBudget) {}
