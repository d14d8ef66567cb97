package dev.sparkstacker.wire.info;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an address is.
 *
 * @param role {@code missing}, {@code user}, {@code agent}, {@code vault} or {@code subAccount}
 * @param data for an agent {@code {"user":master}}, for a sub-account {@code {"master":...}}
 */
public record UserRole(String role, @Nullable JsonNode data) {}
