package dev.sparkstacker.app.config.model;

/** The parameters of one kind of strategy. */
public sealed interface StrategyParameters permits MacdParameters {}
