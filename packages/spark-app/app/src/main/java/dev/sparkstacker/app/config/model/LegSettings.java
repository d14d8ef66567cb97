package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/** One leg of a strategy. Where its margin is fixed, its notional is margin × leverage. */
public record LegSettings(
        @Setting("The account it trades on.") AccountId account,

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
        Leverage leverage) {
    /** How it is sized. */
    public SizingKind method() {
        return sizing == null ? SizingKind.FIXED_USD : sizing.method();
    }

    /** Margin × leverage where that is fixed; null where each entry is sized anew. */
    public @Nullable Usd fixedNotional() {
        Usd margin = marginUsd;
        return method() == SizingKind.FIXED_USD && margin != null ? margin.times(leverage.times()) : null;
    }
}
