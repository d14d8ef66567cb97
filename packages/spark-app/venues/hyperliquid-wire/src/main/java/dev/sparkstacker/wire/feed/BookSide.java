package dev.sparkstacker.wire.feed;

import java.util.Arrays;

/** One side of a book, best price first. Belongs to the parser and is valid only during the callback; copy what must be kept. */
public final class BookSide {
    /** More levels than the venue ever sends. */
    static final int MAX_LEVELS = 1024;

    private long[] prices = new long[32];
    private long[] sizes = new long[32];
    private int[] orders = new int[32];
    private int size;

    BookSide() {}

    /** Number of levels. */
    public int size() {
        return size;
    }

    /** Price of a level, times 10^8. */
    public long priceE8(int level) {
        return prices[level];
    }

    /** Size of a level in base units, times 10^8. */
    public long sizeE8(int level) {
        return sizes[level];
    }

    /** Number of orders of a level. */
    public int orders(int level) {
        return orders[level];
    }

    void clear() {
        size = 0;
    }

    boolean isFull() {
        return size == MAX_LEVELS;
    }

    void add(long priceE8, long sizeE8, int orderCount) {
        if (size == prices.length) {
            prices = Arrays.copyOf(prices, 2 * size);
            sizes = Arrays.copyOf(sizes, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
        }
        prices[size] = priceE8;
        sizes[size] = sizeE8;
        orders[size] = orderCount;
        size++;
    }
}
