package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.wire.sign.Address;
import dev.sparkstacker.wire.sign.Signer;
import org.jspecify.annotations.Nullable;

/**
 * How one account is reached.
 *
 * @param id the product's name for it
 * @param address the address whose positions and orders are read: a master, sub-account or vault, never an agent
 * @param vault the sub-account or vault traded for, or null when the signer's own master account trades
 * @param signer signs for it: an agent's key, or in tests and on paper the account's own
 */
public record AccountAccess(
        AccountId id, Address address, @Nullable Address vault, Signer signer) {
    public AccountAccess {
        if (vault != null && !vault.equals(address)) {
            throw new IllegalArgumentException("Account " + id + " trades for vault or sub-account " + vault
                    + " but reads " + address + ": both must be the same address");
        }
    }

    @Override
    public String toString() {
        return "AccountAccess[" + id + ", " + address + "]";
    }
}
