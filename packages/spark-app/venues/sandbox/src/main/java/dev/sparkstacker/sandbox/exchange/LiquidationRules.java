package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Usd;

/**
 * How positions below maintenance margin are closed.
 *
 * @param wholeUpTo position value up to which a position is closed as a whole; a larger one first in part
 * @param firstPartPct how much of a larger position is closed first, in percent
 * @param cooldownMs venue time after a partial liquidation in which the account's positions are closed as a whole
 * @param vaultCapital what the liquidator vault begins with
 */
public record LiquidationRules(Usd wholeUpTo, int firstPartPct, long cooldownMs, Usd vaultCapital) {
    /** Mainnet's rules and a vault that outlasts any paper account. */
    public static LiquidationRules venue() {
        return new LiquidationRules(Usd.of("100000"), 20, 30_000, Usd.of("10000000"));
    }

    /** These rules with another capital of the liquidator vault. */
    public LiquidationRules withVaultCapital(Usd capital) {
        return new LiquidationRules(wholeUpTo, firstPartPct, cooldownMs, capital);
    }
}
