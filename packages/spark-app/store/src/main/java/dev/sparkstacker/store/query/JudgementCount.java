package dev.sparkstacker.store.query;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How often a strategy came to a verdict for a reason.
 *
 * @param strategy the strategy
 * @param market the market
 * @param verdict the verdict
 * @param reason why it did not act, or null where it did
 * @param count how many closed bars
 */
public record JudgementCount(
        StrategyId strategy,
        MarketId market,
        Verdict verdict,
        @Nullable Reason reason,
        long count) {}
