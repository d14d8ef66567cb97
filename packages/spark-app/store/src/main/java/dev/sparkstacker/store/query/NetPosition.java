package dev.sparkstacker.store.query;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.SignedQuantity;

/**
 * The sum of all legs of one account in one market, which is what the venue sees.
 *
 * @param account the account
 * @param market the market
 * @param size signed size; legs of one account and market have one direction
 * @param legs how many legs have a size
 */
public record NetPosition(AccountId account, MarketId market, SignedQuantity size, int legs) {}
