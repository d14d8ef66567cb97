package dev.sparkstacker.hyperliquid.feed;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.MarketEvent.BestBidOffer;
import dev.sparkstacker.domain.event.MarketEvent.BookChanged;
import dev.sparkstacker.domain.event.MarketEvent.CandleChanged;
import dev.sparkstacker.domain.event.MarketEvent.ContextChanged;
import dev.sparkstacker.domain.event.MarketEvent.TradePrinted;
import dev.sparkstacker.hyperliquid.ConnectorListener.DropReason;
import dev.sparkstacker.hyperliquid.clock.MachineClock;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.hyperliquid.mapping.MarketMapping;
import dev.sparkstacker.wire.Side;
import dev.sparkstacker.wire.feed.BookSide;
import dev.sparkstacker.wire.feed.FrameFailure;
import dev.sparkstacker.wire.feed.FrameListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What parsed market frames say, as events.
 *
 * <pre>
 *  frame ─► asked for? ─► time plausible? ─► values possible? ─► not before the last? ─► guard ─► event
 *               │               │                  │                    │                  │
 *            dropped         dropped           malformed             dropped        dropped (crossed)
 * </pre>
 *
 * <p>Called by one thread at a time.
 */
final class MarketFrames implements FrameListener {
    private static final Comparator<Print> BY_TIME =
            Comparator.comparingLong(print -> print.trade().tradedAtMs());

    private record Print(MarketState market, TradePrinted trade, long tid) {}

    private final List<Print> trades = new ArrayList<>();
    private final Map<String, MarketState> markets;
    private final Consumer<MarketEvent> sink;
    private final FrameReport report;
    private final VenueTime time;
    private final MachineClock machine;
    private String channel = "";

    MarketFrames(
            Map<String, MarketState> markets,
            Consumer<MarketEvent> sink,
            FrameReport report,
            VenueTime time,
            MachineClock machine) {
        this.markets = markets;
        this.sink = sink;
        this.report = report;
        this.time = time;
        this.machine = machine;
    }

    /** The channel of the last frame; empty before the first, {@code unreadable} after one that could not be read. */
    String channel() {
        return channel;
    }

    @Override
    public void onBbo(String coin, long timeMs, BookSide bid, BookSide ask) {
        MarketState market = begin("bbo", coin, timeMs);
        if (market == null) {
            return;
        }
        try {
            BestBidOffer quote = MarketMapping.bestBidOffer(id(market), timeMs, bid, ask);
            if (!market.advanceQuote(timeMs)) {
                report.dropped(channel, DropReason.OUT_OF_ORDER);
            } else if (market.guard().quote(quote, machine.nanos())) {
                sink.accept(quote);
            } else {
                report.dropped(channel, DropReason.CROSSED);
            }
        } catch (Impossible e) {
            report.malformed(e);
        }
    }

    @Override
    public void onBook(String coin, long timeMs, BookSide bids, BookSide asks) {
        MarketState market = begin("l2Book", coin, timeMs);
        if (market == null) {
            return;
        }
        try {
            int depth = market.feed().bookDepth();
            BookChanged book = MarketMapping.book(id(market), timeMs, bids, asks, depth);
            boolean crossed = bids.size() > 0 && asks.size() > 0 && bids.priceE8(0) >= asks.priceE8(0);
            if (!market.advanceBook(timeMs)) {
                report.dropped(channel, DropReason.OUT_OF_ORDER);
            } else if (crossed) {
                report.dropped(channel, DropReason.CROSSED);
            } else {
                market.guard().heard(machine.nanos());
                sink.accept(book);
            }
        } catch (Impossible e) {
            report.malformed(e);
        }
    }

    @Override
    public void onTrade(String coin, long timeMs, Side side, long priceE8, long sizeE8, long tid) {
        MarketState market = begin("trades", coin, timeMs);
        if (market == null) {
            return;
        }
        try {
            trades.add(new Print(market, MarketMapping.trade(id(market), side, priceE8, sizeE8, timeMs), tid));
        } catch (Impossible e) {
            report.malformed(e);
        }
    }

    /**
     * The frame is over: its prints are told, oldest first whatever their order was, each once. A snapshot of past prints
     * repeats what is known.
     */
    void end() {
        trades.sort(BY_TIME);
        for (Print print : trades) {
            if (print.market().advanceTrade(print.trade().tradedAtMs(), print.tid())) {
                print.market().guard().heard(machine.nanos());
                sink.accept(print.trade());
            } else {
                report.dropped(channel, DropReason.OUT_OF_ORDER);
            }
        }
        trades.clear();
    }

    @Override
    public void onCandle(
            String coin,
            String interval,
            long openMs,
            long closeMs,
            long openE8,
            long highE8,
            long lowE8,
            long closeE8,
            long volumeE8,
            long trades) {
        MarketState market = begin("candle", coin, openMs);
        if (market == null) {
            return;
        }
        Interval wanted = market.interval(interval).orElse(null);
        if (wanted == null) {
            report.dropped(channel, DropReason.NOT_SUBSCRIBED);
            return;
        }
        try {
            String what = "candle " + coin;
            MarketMapping.checkTimes(what, wanted, openMs, closeMs);
            CandleChanged changed = new CandleChanged(
                    id(market),
                    wanted,
                    MarketMapping.bar(what, openMs, openE8, highE8, lowE8, closeE8, volumeE8, trades));
            if (market.advanceCandle(wanted, openMs)) {
                market.guard().heard(machine.nanos());
                sink.accept(changed);
            } else {
                report.dropped(channel, DropReason.OUT_OF_ORDER);
            }
        } catch (Impossible e) {
            report.malformed(e);
        }
    }

    @Override
    public void onAssetCtx(String coin, long markE8, long oracleE8, long midE8, long fundingE12, long openInterestE8) {
        channel = "activeAssetCtx";
        MarketState market = find(coin);
        if (market == null) {
            return;
        }
        try {
            ContextChanged context = MarketMapping.context(id(market), markE8, oracleE8, fundingE12);
            market.guard().marked(context.mark(), machine.nanos());
            sink.accept(context);
        } catch (Impossible e) {
            report.malformed(e);
        }
    }

    @Override
    public void onOther(String name) {
        channel = name;
    }

    @Override
    public void onFailure(FrameFailure failure) {
        channel = "unreadable";
        report.malformed(failure.reason().name(), failure.channel() + ": " + failure.detail());
    }

    private @Nullable MarketState begin(String name, String coin, long timeMs) {
        channel = name;
        MarketState market = find(coin);
        if (market == null) {
            return null;
        }
        if (timeMs <= 0) {
            report.dropped(channel, DropReason.IMPOSSIBLE_VALUE);
            return null;
        }
        if (!time.observeFrame(timeMs)) {
            report.dropped(channel, DropReason.FROM_THE_FUTURE);
            return null;
        }
        return market;
    }

    private @Nullable MarketState find(String coin) {
        MarketState market = markets.get(coin);
        if (market == null) {
            report.dropped(channel, DropReason.NOT_SUBSCRIBED);
        }
        return market;
    }

    private static MarketId id(MarketState market) {
        return market.feed().market();
    }
}
