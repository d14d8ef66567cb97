package dev.sparkstacker.wire.info;

/**
 * A position with its mode (only {@code oneWay} exists).
 */
public record AssetPosition(String type, Position position) {}
