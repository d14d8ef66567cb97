package dev.sparkstacker.risk;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;

/**
 * An entry as the engine means it, with the world as the engine knows it.
 *
 * @param account the account it would trade on
 * @param leg the leg it would open
 * @param side buy or sell
 * @param size whole lots, possibly zero
 * @param reference the price its value is judged at: the touch on the side taken
 * @param leverage the leverage it needs
 */
public record EntryProposal(
        AccountId account, LegId leg, Side side, Quantity size, Price reference, Leverage leverage) {}
