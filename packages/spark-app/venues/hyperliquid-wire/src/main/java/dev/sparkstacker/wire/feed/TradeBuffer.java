package dev.sparkstacker.wire.feed;

import dev.sparkstacker.wire.Side;
import java.util.Arrays;

/** The prints of one frame, held back until all of it is checked. */
final class TradeBuffer {
    /** More prints than the venue ever sends in one frame. */
    static final int MAX_TRADES = 65_536;

    private static final int LONGS = 4;

    private String[] coins = new String[64];
    private Side[] sides = new Side[64];
    private long[] numbers = new long[64 * LONGS];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isFull() {
        return size == MAX_TRADES;
    }

    void add(String coin, long timeMs, Side side, long priceE8, long sizeE8, long tid) {
        if (size == coins.length) {
            coins = Arrays.copyOf(coins, 2 * size);
            sides = Arrays.copyOf(sides, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size * LONGS);
        }
        coins[size] = coin;
        sides[size] = side;
        int at = size * LONGS;
        numbers[at] = timeMs;
        numbers[at + 1] = priceE8;
        numbers[at + 2] = sizeE8;
        numbers[at + 3] = tid;
        size++;
    }

    void tell(FrameListener listener) {
        for (int i = 0; i < size; i++) {
            int at = i * LONGS;
            listener.onTrade(coins[i], numbers[at], sides[i], numbers[at + 1], numbers[at + 2], numbers[at + 3]);
        }
    }
}
