package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.WriteNull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The venue's heartbeat.
 *
 * @param time block time, unix ms
 */
public record ExchangeStatus(@WriteNull @Nullable JsonNode specialStatuses, long time) {}
