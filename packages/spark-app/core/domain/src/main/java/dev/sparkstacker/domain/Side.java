package dev.sparkstacker.domain;

/** Direction of an order or of a fill. */
public enum Side {
    BUY,
    SELL;

    /** The side that undoes this one. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** {@code +1} for a buy, {@code -1} for a sell. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }
}
