package dev.sparkstacker.risk.state;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.config.RiskScope;
import java.util.ArrayList;
import java.util.List;

/**
 * When entries were sent lately. Immutable, and its own snapshot: a restart does not make room for a burst.
 *
 * @param sent the latest entries, oldest first
 */
public record EntryRates(List<Sent> sent) {
    public static final EntryRates NONE = new EntryRates(List.of());

    /** The window that the order rate counts in. */
    public static final long WINDOW_MS = 60_000;

    /** More entries within a window than this are counted as so many. */
    private static final int KEPT = 1_000;

    /** An entry that was sent. */
    public record Sent(AccountId account, StrategyId strategy, MarketId market, long atMs) {}

    /** The same with another entry sent; those older than the window are forgotten. */
    public EntryRates with(Sent entry) {
        List<Sent> kept = new ArrayList<>();
        for (Sent each : sent) {
            if (entry.atMs() - each.atMs() < WINDOW_MS) {
                kept.add(each);
            }
        }
        kept.add(entry);
        int surplus = Math.max(0, kept.size() - KEPT);
        return new EntryRates(List.copyOf(kept.subList(surplus, kept.size())));
    }

    /** How many entries of a scope were sent within the last minute. */
    public int count(RiskScope scope, long nowMs) {
        int count = 0;
        for (Sent each : sent) {
            boolean recent = nowMs - each.atMs() < WINDOW_MS;
            if (recent && scope.covers(each.account(), each.strategy(), each.market())) {
                count++;
            }
        }
        return count;
    }
}
