package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;

/**
 * One leg of a strategy.
 *
 * @param account the account it trades on
 * @param sizing how large its positions are
 * @param leverage leverage set at the venue before an entry
 */
public record LegConfig(AccountId account, SizingConfig sizing, Leverage leverage) {
    /** A leg of a fixed margin. */
    public LegConfig(AccountId account, Usd margin, Leverage leverage) {
        this(account, new SizingConfig(new SizingMethod.FixedUsd(margin), false), leverage);
    }

    /** The margin committed to a position where it is fixed; zero where each entry is sized anew. */
    public Usd margin() {
        return sizing.method() instanceof SizingMethod.FixedUsd fixed ? fixed.margin() : Usd.ZERO;
    }

    /** Fixed margin × leverage; zero where each entry is sized anew. */
    public Usd notional() {
        return margin().times(leverage.times());
    }
}
