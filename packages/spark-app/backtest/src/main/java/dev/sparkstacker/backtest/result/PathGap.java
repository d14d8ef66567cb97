package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.Usd;

/**
 * The same bars, walked both ways. Nobody knows which was true, so the worse is shown.
 *
 * @param shown the path whose equity is lower at the end, and whose figures are shown
 * @param shownEquity equity at the end along it
 * @param otherEquity equity at the end along the other
 */
public record PathGap(
        PricePath shown, PricePath other, Usd shownEquity, Usd otherEquity, int shownTrades, int otherTrades) {
    /** How much the end equity depends on the unknown path, zero or more. */
    public Usd gap() {
        return otherEquity.minus(shownEquity);
    }
}
