package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Usd;

/**
 * A change of an account's money other than by trading and funding.
 *
 * @param amount by how much the account's money changed, perp and spot side together, the fee included
 * @param fee part of the amount that the venue kept
 * @param detail what it was
 */
public record LedgerEntry(long timeMs, Usd amount, Usd fee, LedgerDetail detail) {
    /** An entry without a fee. */
    static LedgerEntry free(long timeMs, Usd amount, LedgerDetail detail) {
        return new LedgerEntry(timeMs, amount, Usd.ZERO, detail);
    }
}
