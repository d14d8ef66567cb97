package dev.sparkstacker.domain.config;

/**
 * The hedge leg of a strategy: opposite to the main leg, on another account.
 *
 * @param leg account, margin and leverage
 * @param keepOnMainClose whether it outlives the main leg
 */
public record HedgeConfig(LegConfig leg, boolean keepOnMainClose) {}
