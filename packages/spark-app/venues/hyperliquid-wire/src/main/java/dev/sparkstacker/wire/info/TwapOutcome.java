package dev.sparkstacker.wire.info;

import org.jspecify.annotations.Nullable;

/**
 * Where a TWAP order stands.
 *
 * @param status {@code activated}, {@code finished}, {@code terminated} or {@code error}
 * @param description the error, or null
 */
public record TwapOutcome(String status, @Nullable String description) {}
