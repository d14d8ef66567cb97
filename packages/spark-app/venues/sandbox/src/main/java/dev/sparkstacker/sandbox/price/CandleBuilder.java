package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import org.jspecify.annotations.Nullable;

/** Builds one bar at a time from prints of growing time. */
final class CandleBuilder {
    private final long lengthMs;
    private long openTimeMs = -1;
    private long openE8;
    private long highE8;
    private long lowE8;
    private long closeE8;
    private long volumeE8;
    private long trades;

    CandleBuilder(long lengthMs) {
        this.lengthMs = lengthMs;
    }

    /** Goes on with a bar that has begun. */
    void resume(Bar begun) {
        openTimeMs = begun.openTimeMs();
        openE8 = begun.open().e8();
        highE8 = begun.high().e8();
        lowE8 = begun.low().e8();
        closeE8 = begun.close().e8();
        volumeE8 = begun.volume().e8();
        trades = begun.trades();
    }

    /** Takes a print; returns the bar that it closed, or null. */
    @Nullable
    Bar add(long timeMs, long priceE8, long sizeE8) {
        long open = timeMs - Math.floorMod(timeMs, lengthMs);
        Bar closed = open == openTimeMs ? null : forming();
        if (open != openTimeMs) {
            openTimeMs = open;
            openE8 = priceE8;
            highE8 = priceE8;
            lowE8 = priceE8;
            volumeE8 = 0;
            trades = 0;
        }
        highE8 = Math.max(highE8, priceE8);
        lowE8 = Math.min(lowE8, priceE8);
        closeE8 = priceE8;
        volumeE8 += sizeE8;
        trades++;
        return closed;
    }

    /** The bar so far, or null before the first print. */
    @Nullable
    Bar forming() {
        if (openTimeMs < 0) {
            return null;
        }
        return new Bar(
                openTimeMs,
                new Price(openE8),
                new Price(highE8),
                new Price(lowE8),
                new Price(closeE8),
                new Quantity(volumeE8),
                trades);
    }
}
