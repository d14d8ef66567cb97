package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;

/**
 * One leg of a strategy.
 *
 * @param account the account it trades on
 * @param margin margin committed to a position; the notional is margin × leverage
 * @param leverage leverage set at the venue before an entry
 */
public record LegConfig(AccountId account, Usd margin, Leverage leverage) {
    /** Margin × leverage. */
    public Usd notional() {
        return margin.times(leverage.times());
    }
}
