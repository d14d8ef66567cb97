package dev.sparkstacker.backtest.stats;

import java.util.OptionalLong;

/**
 * One fall of equity below its peak.
 *
 * @param depth deepest loss from the peak, as a fraction of it
 * @param depthUsd the same in money
 * @param recoveredMs when equity reached the peak again; empty if it did not
 */
public record Drawdown(
        long peakMs, long troughMs, OptionalLong recoveredMs, double depth, double depthUsd, long lengthMs) {

    /** From the trough back to the peak; empty if it did not come back. */
    public OptionalLong recoveryMs() {
        return recoveredMs.isEmpty() ? recoveredMs : OptionalLong.of(recoveredMs.getAsLong() - troughMs);
    }
}
