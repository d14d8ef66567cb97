package dev.sparkstacker.hyperliquid.mapping;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.event.MarketEvent.BestBidOffer;
import dev.sparkstacker.domain.event.MarketEvent.BookChanged;
import dev.sparkstacker.domain.event.MarketEvent.ContextChanged;
import dev.sparkstacker.domain.event.MarketEvent.TradePrinted;
import dev.sparkstacker.wire.feed.BookSide;
import dev.sparkstacker.wire.info.AssetCtx;
import dev.sparkstacker.wire.info.Candle;
import java.util.ArrayList;
import java.util.List;

/** Market data: what the venue says to events, checked for values that cannot be. */
public final class MarketMapping {
    private static final Price NO_PRICE = new Price(0);

    private MarketMapping() {}

    /** Best bid and offer; an empty side has price and size zero. */
    public static BestBidOffer bestBidOffer(MarketId market, long timeMs, BookSide bid, BookSide ask)
            throws Impossible {
        return Impossible.guard(
                "bbo of " + market,
                () -> new BestBidOffer(market, bestPrice(bid), bestSize(bid), bestPrice(ask), bestSize(ask), timeMs));
    }

    private static Price bestPrice(BookSide side) throws Impossible {
        return side.size() == 0 ? NO_PRICE : positive(side.priceE8(0));
    }

    private static Quantity bestSize(BookSide side) {
        return side.size() == 0 ? Quantity.ZERO : new Quantity(side.sizeE8(0));
    }

    /** The top of a book, cut to a depth. */
    public static BookChanged book(MarketId market, long timeMs, BookSide bids, BookSide asks, int depth)
            throws Impossible {
        return Impossible.guard(
                "book of " + market,
                () -> new BookChanged(market, levels(bids, depth, -1), levels(asks, depth, 1), timeMs));
    }

    /** @param direction 1 where prices must rise from level to level, -1 where they must fall */
    private static List<BookLevel> levels(BookSide side, int depth, int direction) throws Impossible {
        int size = Math.min(depth, side.size());
        List<BookLevel> levels = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            if (i > 0 && Long.compare(side.priceE8(i), side.priceE8(i - 1)) != direction) {
                throw new Impossible("levels out of order at " + new Price(side.priceE8(i)));
            }
            levels.add(new BookLevel(positive(side.priceE8(i)), new Quantity(side.sizeE8(i))));
        }
        return List.copyOf(levels);
    }

    /** Mark, oracle and hourly funding (times 10<sup>12</sup>). */
    public static ContextChanged context(MarketId market, long markE8, long oracleE8, long fundingE12)
            throws Impossible {
        return Impossible.guard(
                "context of " + market,
                () -> new ContextChanged(market, positive(markE8), new Price(oracleE8), new Rate(fundingE12)));
    }

    /** Mark, oracle and hourly funding as read by a request. */
    public static ContextChanged context(MarketId market, AssetCtx ctx) throws Impossible {
        return Impossible.guard(
                "context of " + market,
                () -> new ContextChanged(
                        market,
                        Amounts.price(ctx.markPx()),
                        Amounts.price(ctx.oraclePx()),
                        Amounts.rate(ctx.funding())));
    }

    /** A print. */
    public static TradePrinted trade(
            MarketId market, dev.sparkstacker.wire.Side aggressor, long priceE8, long sizeE8, long timeMs)
            throws Impossible {
        return Impossible.guard(
                "trade in " + market,
                () -> new TradePrinted(market, side(aggressor), positive(priceE8), new Quantity(sizeE8), timeMs));
    }

    /** A bar as read by a request, checked for its market, interval, alignment and prices. */
    public static Bar bar(MarketId market, Interval interval, Candle candle) throws Impossible {
        String what = "candle " + candle.coin() + " " + candle.interval() + " at " + candle.openMs();
        if (!candle.coin().equals(market.coin()) || !candle.interval().equals(interval.code())) {
            throw new Impossible(what + ": " + market.coin() + " " + interval.code() + " was asked for");
        }
        checkTimes(what, interval, candle.openMs(), candle.closeMs());
        return Impossible.guard(
                what,
                () -> new Bar(
                        candle.openMs(),
                        Amounts.price(candle.open()),
                        Amounts.price(candle.high()),
                        Amounts.price(candle.low()),
                        Amounts.price(candle.close()),
                        Amounts.derivedQuantity(candle.volume()),
                        count(what, candle.trades())));
    }

    /** Checks that a bar begins on its grid and ends where it must. */
    public static void checkTimes(String what, Interval interval, long openMs, long closeMs) throws Impossible {
        if (openMs <= 0 || interval.openTimeMs(openMs) != openMs) {
            throw new Impossible(what + ": open time " + openMs + " is not aligned to " + interval.code());
        }
        if (closeMs != openMs + interval.millis() - 1) {
            throw new Impossible(what + ": close time " + closeMs + " is not its last millisecond");
        }
    }

    /** A number of trades. */
    static long count(String what, long trades) throws Impossible {
        if (trades < 0) {
            throw new Impossible(what + ": " + trades + " trades");
        }
        return trades;
    }

    /** A bar as streamed; amounts are times 10<sup>8</sup>. */
    public static Bar bar(
            String what, long openMs, long openE8, long highE8, long lowE8, long closeE8, long volumeE8, long trades)
            throws Impossible {
        return Impossible.guard(
                what,
                () -> new Bar(
                        openMs,
                        new Price(openE8),
                        new Price(highE8),
                        new Price(lowE8),
                        new Price(closeE8),
                        new Quantity(volumeE8),
                        count(what, trades)));
    }

    /** The product's side. */
    static Side side(dev.sparkstacker.wire.Side side) {
        return switch (side) {
            case BID -> Side.BUY;
            case ASK -> Side.SELL;
        };
    }

    private static Price positive(long e8) throws Impossible {
        if (e8 <= 0) {
            throw new Impossible("price " + e8 + "e-8");
        }
        return new Price(e8);
    }
}
