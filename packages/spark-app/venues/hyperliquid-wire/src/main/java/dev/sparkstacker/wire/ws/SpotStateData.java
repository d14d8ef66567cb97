package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.SpotClearinghouseState;

/** Spot balances of a user. */
public record SpotStateData(String user, SpotClearinghouseState spotState) {}
