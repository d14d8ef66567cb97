package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The hedge leg: opposite to the main leg, on another account, because the venue nets per account and market. */
public record HedgeSettings(
        @Setting("The account it trades on; not the main leg's.")
        AccountId account,

        @Setting("The market it trades where it is not the main leg's; only with one market in \"markets\".") @Nullable
        MarketId market,

        @Setting(
                value = "Margin committed to a position; the position is margin × leverage. Not with a \"sizing\" of"
                        + " another method.",
                min = "0.01",
                max = "1000000000")
        @Nullable
        Usd marginUsd,

        @Setting("How it is sized where that is not by marginUsd alone.") @Nullable
        SizingSettings sizing,

        @Setting(value = "Leverage set at the venue before an entry.", min = "1", max = "50")
        Leverage leverage,

        @Setting(value = "Whether it stays open when the main leg closes.", byDefault = "false")
        boolean keepHedge,

        @Setting(value = "Whether it is managed by the profit of both legs.", byDefault = "off")
        OnOff dynamic,

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
        BigDecimal closeMainAtLossPct,

        @Setting(
                value = "Dynamic: loss of each leg, in percent of its margin, at which legs in different markets both"
                        + " close.",
                byDefault = "10",
                min = "0.1",
                max = "100")
        BigDecimal closeBothAtLossPct) {
    /** The market it trades for a main leg in the given one. */
    public MarketId marketOr(MarketId main) {
        return market == null ? main : market;
    }

    /** Its account, size and leverage alone. */
    public LegSettings leg() {
        return new LegSettings(account, marginUsd, sizing, leverage);
    }
}
