package dev.sparkstacker.domain;

/**
 * One leg of one strategy in one market: the smallest thing that owns a sub-position.
 *
 * @param strategy the strategy that opened it
 * @param market the market it trades
 * @param role main or hedge
 */
public record LegId(StrategyId strategy, MarketId market, LegRole role) implements Comparable<LegId> {
    /** The other leg of the pair. */
    public LegId linked() {
        return new LegId(strategy, market, role == LegRole.MAIN ? LegRole.HEDGE : LegRole.MAIN);
    }

    @Override
    public int compareTo(LegId other) {
        int byStrategy = strategy.compareTo(other.strategy);
        if (byStrategy != 0) {
            return byStrategy;
        }
        int byMarket = market.compareTo(other.market);
        return byMarket != 0 ? byMarket : role.compareTo(other.role);
    }

    @Override
    public String toString() {
        return strategy + "/" + market + "/" + role;
    }
}
