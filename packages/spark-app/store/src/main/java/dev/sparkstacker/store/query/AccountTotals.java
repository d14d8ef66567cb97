package dev.sparkstacker.store.query;

import dev.sparkstacker.domain.AccountId;

/**
 * What the closed trades of one account came to.
 *
 * @param account the account
 * @param totals the sums
 */
public record AccountTotals(AccountId account, TradeTotals totals) {}
