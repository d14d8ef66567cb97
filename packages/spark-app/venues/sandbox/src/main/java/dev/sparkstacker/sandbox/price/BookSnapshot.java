package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Side;
import java.util.List;

/**
 * A book at one instant, best level first. Prices and sizes are held as primitive units of 10<sup>-8</sup> because a
 * simulated month has millions of books.
 */
public final class BookSnapshot {
    private final long[] bidPrices;
    private final long[] bidSizes;
    private final long[] askPrices;
    private final long[] askSizes;

    private BookSnapshot(long[] bidPrices, long[] bidSizes, long[] askPrices, long[] askSizes) {
        this.bidPrices = bidPrices;
        this.bidSizes = bidSizes;
        this.askPrices = askPrices;
        this.askSizes = askSizes;
    }

    /** Copies levels, best first. @throws IllegalArgumentException if the sides cross or are out of order */
    public static BookSnapshot of(List<BookLevel> bids, List<BookLevel> asks) {
        BookSnapshot book = new BookSnapshot(prices(bids), sizes(bids), prices(asks), sizes(asks));
        book.check();
        return book;
    }

    /**
     * Takes arrays over without copying; the caller must not touch them again.
     *
     * @throws IllegalArgumentException if the sides cross or are out of order
     */
    public static BookSnapshot ofUnits(long[] bidPrices, long[] bidSizes, long[] askPrices, long[] askSizes) {
        BookSnapshot book = new BookSnapshot(bidPrices, bidSizes, askPrices, askSizes);
        book.check();
        return book;
    }

    /** Number of levels; {@code BUY} means bids. */
    public int levels(Side side) {
        return side == Side.BUY ? bidPrices.length : askPrices.length;
    }

    /** Price of a level in units of 10<sup>-8</sup>. */
    public long priceE8(Side side, int level) {
        return side == Side.BUY ? bidPrices[level] : askPrices[level];
    }

    /** Size of a level in units of 10<sup>-8</sup>. */
    public long sizeE8(Side side, int level) {
        return side == Side.BUY ? bidSizes[level] : askSizes[level];
    }

    private void check() {
        boolean crossed = bidPrices.length > 0 && askPrices.length > 0 && bidPrices[0] >= askPrices[0];
        if (crossed || !ordered(bidPrices, -1) || !ordered(askPrices, 1)) {
            throw new IllegalArgumentException("A book's sides must be ordered from the best price and not cross");
        }
    }

    private static boolean ordered(long[] prices, int direction) {
        for (int i = 1; i < prices.length; i++) {
            if (Long.compare(prices[i], prices[i - 1]) != direction) {
                return false;
            }
        }
        return true;
    }

    private static long[] prices(List<BookLevel> levels) {
        return levels.stream().mapToLong(level -> level.price().e8()).toArray();
    }

    private static long[] sizes(List<BookLevel> levels) {
        return levels.stream().mapToLong(level -> level.size().e8()).toArray();
    }
}
