package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Tuple;

/**
 * Account history over one period ({@code day}, {@code week}, {@code month}, {@code allTime}, {@code perpDay}, ...).
 */
@Tuple
public record PortfolioPeriod(String period, PortfolioHistory history) {}
