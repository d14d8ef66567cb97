package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.Side;
import dev.sparkstacker.wire.json.Later;
import java.math.BigDecimal;
import java.util.List;

/**
 * A print.
 *
 * @param side the aggressor's
 * @param time block time, unix ms
 * @param tid 50-bit hash of the two order ids, unique only together with time and coin
 * @param users buyer, seller
 */
public record Trade(
        String coin,
        Side side,
        BigDecimal px,
        BigDecimal sz,
        long time,
        String hash,
        long tid,
        @Later List<String> users) {}
