package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.WriteNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A spot token.
 */
public record SpotToken(
        String name,
        int szDecimals,
        int weiDecimals,
        int index,
        String tokenId,
        boolean isCanonical,
        @WriteNull @Nullable EvmContract evmContract,
        @WriteNull @Nullable String fullName,
        @Nullable BigDecimal deployerTradingFeeShare) {}
