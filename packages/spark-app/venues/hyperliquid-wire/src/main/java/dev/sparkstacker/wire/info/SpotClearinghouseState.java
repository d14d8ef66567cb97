package dev.sparkstacker.wire.info;

import java.util.List;

/**
 * Spot balances of an account.
 */
public record SpotClearinghouseState(List<SpotBalance> balances) {}
