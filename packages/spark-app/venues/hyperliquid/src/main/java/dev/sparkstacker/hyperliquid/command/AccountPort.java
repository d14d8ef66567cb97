package dev.sparkstacker.hyperliquid.command;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.limits.Nonces;

/**
 * One account with what is needed to act for it.
 *
 * @param access its addresses and signer
 * @param nonces those of its signer, shared with every other account of that signer
 */
public record AccountPort(AccountAccess access, Nonces nonces) {
    /** The product's name for it. */
    public AccountId id() {
        return access.id();
    }
}
