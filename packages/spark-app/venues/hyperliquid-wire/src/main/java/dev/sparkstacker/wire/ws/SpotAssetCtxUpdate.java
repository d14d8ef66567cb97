package dev.sparkstacker.wire.ws;

/** Prices of a spot pair. */
public record SpotAssetCtxUpdate(String coin, SpotCtx ctx) {}
