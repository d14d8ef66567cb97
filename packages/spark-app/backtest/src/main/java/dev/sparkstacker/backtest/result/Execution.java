package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.Usd;

/**
 * How orders were carried out.
 *
 * @param balancePerAccount what each account began with
 * @param accounts how many accounts traded
 * @param latencyMs venue milliseconds from an order to its effect
 * @param slippage in words: the book that was walked, or the distance that was configured
 * @param funding in words: from a file, at a configured rate, or none
 * @param seed of everything drawn
 */
public record Execution(
        Usd balancePerAccount, int accounts, long latencyMs, String slippage, String funding, long seed) {}
