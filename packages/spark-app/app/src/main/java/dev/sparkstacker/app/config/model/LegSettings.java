package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;

/** One leg of a strategy. Its notional is margin × leverage. */
public record LegSettings(
        @Setting("The account it trades on.") AccountId account,

        @Setting(
                value = "Margin committed to a position; the position is margin × leverage.",
                min = "0.01",
                max = "1000000000")
        Usd marginUsd,

        @Setting(value = "Leverage set at the venue before an entry.", min = "1", max = "50")
        Leverage leverage) {}
