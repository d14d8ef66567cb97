package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarginMode;

/**
 * One account the engine trades on.
 *
 * @param id the product's name for it
 * @param marginMode how its positions' margin is held
 */
public record AccountConfig(AccountId id, MarginMode marginMode) {}
