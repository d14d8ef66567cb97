package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.sandbox.price.BookSnapshot;

/** The price source's displayed book. Size that was taken stays taken until the next snapshot. */
final class ExternalBook {
    private static final long NEVER = Long.MIN_VALUE / 2;

    private long[] bidPrices = new long[0];
    private long[] bidSizes = new long[0];
    private long[] askPrices = new long[0];
    private long[] askSizes = new long[0];
    private int bids;
    private int asks;
    private long timeMs = NEVER;

    void replace(BookSnapshot snapshot, long nowMs) {
        bids = snapshot.levels(Side.BUY);
        asks = snapshot.levels(Side.SELL);
        if (bidPrices.length < bids) {
            bidPrices = new long[bids];
            bidSizes = new long[bids];
        }
        if (askPrices.length < asks) {
            askPrices = new long[asks];
            askSizes = new long[asks];
        }
        for (int i = 0; i < bids; i++) {
            bidPrices[i] = snapshot.priceE8(Side.BUY, i);
            bidSizes[i] = snapshot.sizeE8(Side.BUY, i);
        }
        for (int i = 0; i < asks; i++) {
            askPrices[i] = snapshot.priceE8(Side.SELL, i);
            askSizes[i] = snapshot.sizeE8(Side.SELL, i);
        }
        timeMs = nowMs;
    }

    boolean isFresh(long nowMs, long maxAgeMs) {
        return nowMs - timeMs <= maxAgeMs;
    }

    int levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    long priceE8(Side side, int level) {
        return side == Side.BUY ? bidPrices[level] : askPrices[level];
    }

    long sizeE8(Side side, int level) {
        return side == Side.BUY ? bidSizes[level] : askSizes[level];
    }

    void take(Side side, int level, long sizeE8) {
        long[] sizes = side == Side.BUY ? bidSizes : askSizes;
        sizes[level] -= sizeE8;
    }

    /** Index of the best level with size left, or -1. */
    int best(Side side) {
        int count = levels(side);
        for (int i = 0; i < count; i++) {
            if (sizeE8(side, i) > 0) {
                return i;
            }
        }
        return -1;
    }

    /** Displayed size at a price, zero where none is. */
    long displayedAt(Side side, long priceE8) {
        int count = levels(side);
        for (int i = 0; i < count; i++) {
            if (priceE8(side, i) == priceE8) {
                return sizeE8(side, i);
            }
        }
        return 0;
    }

    /** Whether a price lies within what the book displays, so that an absent level means no size. */
    boolean covers(Side side, long priceE8) {
        int count = levels(side);
        return count > 0 && side.sign() * Long.compare(priceE8, priceE8(side, count - 1)) >= 0;
    }
}
