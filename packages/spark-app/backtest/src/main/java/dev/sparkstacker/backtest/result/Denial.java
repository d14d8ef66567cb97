package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Side;

/**
 * An entry that the strategy meant and that did not come about.
 *
 * @param barMs open time of the bar whose judgement asked for it
 * @param timeMs when it was refused
 * @param reason the engine's reason, such as {@code MAX_POSITION_SIZE}, or what became of the order, such as {@code ORDER_REJECTED}
 * @param value what was found
 * @param limit what it was held to; empty where the venue refused
 */
public record Denial(long barMs, long timeMs, LegId leg, Side side, String reason, String value, String limit) {
    /** Value and limit in a few words. */
    public String detail() {
        return limit.isEmpty() ? value : value + ", allowed is " + limit;
    }
}
