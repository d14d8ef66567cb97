package dev.sparkstacker.app.config.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedMap;

/** What may be entered, what may be lost, and what follows when too much goes wrong. */
public record RiskSettings(
        @Setting(
                value = "Part of the equity risked in one trade by risk-based sizing, in percent (1 = 1 %).",
                byDefault = "1",
                min = "0.01",
                max = "100",
                env = "RISK_PERCENTAGE")
        BigDecimal riskPerTradePct,

        @Setting("Limits that hold for everything together.")
        LimitSettings limits,

        @Setting("Limits that hold besides for single accounts, by their name. The tightest limit counts.")
        SequencedMap<String, ScopedLimitSettings> accounts,

        @Setting("Limits that hold besides for single strategies, by their id. The tightest limit counts.")
        SequencedMap<String, ScopedLimitSettings> strategies,

        @Setting("Limits that hold besides for single markets, such as ETH-USD. The tightest limit counts.")
        SequencedMap<String, ScopedLimitSettings> markets,

        @Setting("The circuit breakers.") BreakerSettings breakers,

        @Setting(
                value = "When entries are allowed, in UTC, such as \"Mon-Fri 08:00-16:30\"; empty is always.",
                pattern = TradingHours.PATTERN,
                form = "days and hours such as Mon-Fri 08:00-16:30")
        List<String> tradingHoursUtc) {}
