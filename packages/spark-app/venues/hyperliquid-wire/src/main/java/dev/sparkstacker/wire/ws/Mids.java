package dev.sparkstacker.wire.ws;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mid prices by coin. */
public record Mids(Map<String, BigDecimal> mids, @Nullable String dex) {}
