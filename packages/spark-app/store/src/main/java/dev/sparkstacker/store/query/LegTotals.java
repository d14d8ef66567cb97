package dev.sparkstacker.store.query;

import dev.sparkstacker.domain.LegId;

/**
 * What the closed trades of one leg came to.
 *
 * @param leg the leg
 * @param totals the sums
 */
public record LegTotals(LegId leg, TradeTotals totals) {}
