package dev.sparkstacker.wire.info;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An account's share of a vault, USD.
 */
public record VaultEquity(
        String vaultAddress, BigDecimal equity, @Nullable Long lockedUntilTimestamp) {}
