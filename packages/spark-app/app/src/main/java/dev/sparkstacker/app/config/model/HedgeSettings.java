package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;

/** The hedge leg: opposite to the main leg, on another account, because the venue nets per account and market. */
public record HedgeSettings(
        @Setting("The account it trades on; not the main leg's.")
        AccountId account,

        @Setting(
                value = "Margin committed to a position; the position is margin × leverage.",
                min = "0.01",
                max = "1000000000")
        Usd marginUsd,

        @Setting(value = "Leverage set at the venue before an entry.", min = "1", max = "50")
        Leverage leverage,

        @Setting(value = "Whether it stays open when the main leg closes.", byDefault = "false")
        boolean keepHedge,

        @Setting(value = "Whether it is managed by the profit of both legs.", byDefault = "off")
        DynamicHedge dynamic,

        @Setting(
                value = "Dynamic: main leg's profit, in percent of its margin, at which a losing hedge is halved.",
                byDefault = "10",
                min = "0.1",
                max = "1000")
        BigDecimal halveAtMainGainPct,

        @Setting(
                value = "Dynamic: main leg's loss, in percent of its margin, at which it closes if the hedge wins.",
                byDefault = "15",
                min = "0.1",
                max = "100")
        BigDecimal closeMainAtLossPct) {
    /** Its account, margin and leverage alone. */
    public LegSettings leg() {
        return new LegSettings(account, marginUsd, leverage);
    }
}
