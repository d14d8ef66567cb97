package dev.sparkstacker.app.console;

import java.util.List;

/**
 * What the live summary shows, as text. What is not known is empty.
 *
 * @param mode {@code paper} or {@code LIVE}
 * @param feed where prices come from and how real they are: {@code generator (synthetic), seed 1, 60x}
 * @param venueTime venue time, ISO 8601
 * @param tradingState what the engine may do
 * @param tradingReason why, or empty
 * @param markets prices of each market
 * @param positions open legs
 * @param pairs main and hedge of each strategy and market that holds a position
 * @param decisions the last decision of each strategy and market, with its reason
 * @param totals trades and profit of the run, processes before this one included
 * @param notices newest incidents, the newest first
 */
public record LiveState(
        String mode,
        String feed,
        String venueTime,
        String tradingState,
        String tradingReason,
        List<Market> markets,
        List<Position> positions,
        List<Pair> pairs,
        List<String> decisions,
        Totals totals,
        List<String> notices) {
    /** Prices of one market. */
    public record Market(String name, String mark, String bid, String ask) {}

    /** One open leg. */
    public record Position(
            String leg,
            String account,
            String state,
            String size,
            String entry,
            String stop,
            String target,
            String unrealisedPnl) {}

    /** A main leg and its hedge together, in USD. */
    public record Pair(
            String name, String netExposure, String unrealisedPnl, String fees, String funding, String net) {}

    /** Sums in USD. */
    public record Totals(String trades, String wins, String netPnl, String fees, String funding, String equity) {}
}
