package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.Usd;

/** Rules of the venue that paper trading may relax. The lot is never relaxed. */
public record VenueRules(
        @Setting(
                value = "Least order value the sandbox accepts. The real venue refuses orders under 10 USD.",
                byDefault = "10",
                min = "0",
                max = "1000000")
        Usd minNotionalUsd) {}
