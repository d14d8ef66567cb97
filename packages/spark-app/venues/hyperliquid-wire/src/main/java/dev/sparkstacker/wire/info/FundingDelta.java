package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.WriteNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The payment itself.
 *
 * @param type always {@code funding}
 * @param usdc negative when paid
 * @param szi signed position
 */
public record FundingDelta(
        String type,
        String coin,
        BigDecimal usdc,
        BigDecimal szi,
        BigDecimal fundingRate,
        @WriteNull @Nullable Integer nSamples) {}
