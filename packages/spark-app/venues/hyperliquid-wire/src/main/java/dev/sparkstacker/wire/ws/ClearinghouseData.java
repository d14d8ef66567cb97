package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.ClearinghouseState;
import org.jspecify.annotations.Nullable;

/** Perp state of a user. */
public record ClearinghouseData(@Nullable String dex, String user, ClearinghouseState clearinghouseState) {}
