package dev.sparkstacker.risk.breaker;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.RiskScope;
import org.jspecify.annotations.Nullable;

/**
 * What may still be lost today.
 *
 * @param scope whose daily limit it is
 * @param remaining the limit less today's loss, or null where that is unknown
 */
public record DailyBudget(RiskScope scope, @Nullable Usd remaining) {}
