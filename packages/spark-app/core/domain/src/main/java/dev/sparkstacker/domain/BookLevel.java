package dev.sparkstacker.domain;

/**
 * One price level of an order book.
 *
 * @param price the level's price
 * @param size total resting size
 */
public record BookLevel(Price price, Quantity size) {}
