package dev.sparkstacker.store.query;

import dev.sparkstacker.domain.Usd;
import java.util.List;

/**
 * What a number of closed trades came to.
 *
 * @param count how many
 * @param wins how many of them left something after costs
 * @param grossPnl price profit without costs
 * @param fees fees paid
 * @param funding funding received, negative if paid
 * @param netPnl what is left: gross − fees + funding
 */
public record TradeTotals(long count, long wins, Usd grossPnl, Usd fees, Usd funding, Usd netPnl) {
    public static final TradeTotals NONE = new TradeTotals(0, 0, Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO);

    /** Both together. */
    public TradeTotals plus(TradeTotals other) {
        return new TradeTotals(
                count + other.count,
                wins + other.wins,
                grossPnl.plus(other.grossPnl),
                fees.plus(other.fees),
                funding.plus(other.funding),
                netPnl.plus(other.netPnl));
    }

    /** All legs together. */
    public static TradeTotals of(List<LegTotals> legs) {
        return sum(legs.stream().map(LegTotals::totals).toList());
    }

    /** All of them together. */
    public static TradeTotals sum(Iterable<TradeTotals> parts) {
        TradeTotals all = NONE;
        for (TradeTotals part : parts) {
            all = all.plus(part);
        }
        return all;
    }
}
