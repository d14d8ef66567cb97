package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.AssetCtx;

/** Prices and totals of a perp market. */
public record AssetCtxUpdate(String coin, AssetCtx ctx) {}
