package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.json.WriteNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A funding payment; usdc is negative when paid. */
public record UserFundingItem(
        long time,
        String coin,
        BigDecimal usdc,
        BigDecimal szi,
        BigDecimal fundingRate,
        @WriteNull @Nullable Integer nSamples) {}
