package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/** The last two confirmed pivots of one kind: bar number, price, and fast %D at the pivot's bar. */
final class PivotPair {
    private int count;
    private long olderBar;
    private double olderPrice;
    private double olderD;
    private long youngerBar;
    private double youngerPrice;
    private double youngerD;

    void add(long bar, double price, double fastD) {
        olderBar = youngerBar;
        olderPrice = youngerPrice;
        olderD = youngerD;
        youngerBar = bar;
        youngerPrice = price;
        youngerD = fastD;
        count = Math.min(2, count + 1);
    }

    boolean isComplete() {
        return count == 2;
    }

    long youngerBar() {
        return youngerBar;
    }

    double youngerPrice() {
        return youngerPrice;
    }

    long separationBars() {
        return youngerBar - olderBar;
    }

    /** From the older to the younger, in percent of the older. */
    double priceChangePct() {
        return (youngerPrice - olderPrice) / olderPrice * 100;
    }

    double changeOfD() {
        return youngerD - olderD;
    }

    /** Half of price change in percent plus change of %D as a fraction, 0..1. */
    double strength() {
        return Math.clamp((Math.abs(priceChangePct()) + Math.abs(changeOfD()) / 100) / 2, 0, 1);
    }

    void save(StateSink sink) {
        sink.putInt(count);
        sink.putLong(olderBar);
        sink.putDouble(olderPrice);
        sink.putDouble(olderD);
        sink.putLong(youngerBar);
        sink.putDouble(youngerPrice);
        sink.putDouble(youngerD);
    }

    void load(StateSource source) {
        count = source.getInt();
        olderBar = source.getLong();
        olderPrice = source.getDouble();
        olderD = source.getDouble();
        youngerBar = source.getLong();
        youngerPrice = source.getDouble();
        youngerD = source.getDouble();
    }
}
