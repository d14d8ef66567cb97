package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.Output;
import java.util.List;

/** Takes what the market does; bars that close go to the strategies that decide on them. */
final class MarketDesk {
    private final World world;

    MarketDesk(World world) {
        this.world = world;
    }

    /**
     * Takes what moves no deadline and no position: quotes, prints, depth, mark prices and the growth of a forming bar.
     * These are most events, so they cost nothing but their place in the order.
     *
     * @return whether it was such an event; if not, nothing was taken
     */
    boolean takesInPassing(MarketEvent event) {
        if (event instanceof MarketEvent.BestBidOffer quote) {
            world.market(quote.market()).quoted(quote);
            return true;
        }
        if (event instanceof MarketEvent.ContextChanged context) {
            world.market(context.market()).marked(context);
            return true;
        }
        if (event instanceof MarketEvent.CandleChanged candle) {
            BarFeed feed = world.market(candle.market()).feed(candle.interval());
            return feed == null || feed.grows(candle.bar());
        }
        // Prints feed the recorder and the queue estimates of simulated venues, depth the checks of an entry.
        return event instanceof MarketEvent.TradePrinted || event instanceof MarketEvent.BookChanged;
    }

    /** Takes what may move deadlines or positions. */
    void on(Turn turn, MarketEvent event) {
        Market market = world.market(event.market());
        switch (event) {
            case MarketEvent.InstrumentListed listed -> market.listed(listed.instrument());
            case MarketEvent.BestBidOffer quote -> market.quoted(quote);
            case MarketEvent.BookChanged book -> {
                // Depth feeds the checks of book depth and expected slippage; prices come from the best bid and offer.
            }
            case MarketEvent.TradePrinted trade -> {
                // Prints feed the recorder and the queue estimates of simulated venues; bars come as candles.
            }
            case MarketEvent.ContextChanged context -> market.marked(context);
            case MarketEvent.CandleChanged candle -> {
                BarFeed feed = market.feed(candle.interval());
                if (feed != null) {
                    closeBars(turn, market, feed, feed.onCandle(turn, candle.bar()));
                }
            }
            case MarketEvent.CandlesRead read -> {
                BarFeed feed = market.feed(read.interval());
                if (feed != null) {
                    closeBars(turn, market, feed, feed.onHistory(turn, read));
                }
            }
            case MarketEvent.CandlesUnread unread -> {
                BarFeed feed = market.feed(unread.interval());
                if (feed != null) {
                    feed.onUnread(turn);
                }
            }
            case MarketEvent.FeedDegraded degraded -> {
                market.degraded(degraded.fault());
                turn.raise(IncidentCode.FEED_DEGRADED, null, market.id(), degraded.fault() + " " + degraded.detail());
            }
            case MarketEvent.FeedRestored restored -> market.restored();
        }
    }

    private void closeBars(Turn turn, Market market, BarFeed feed, List<Bar> bars) {
        long length = feed.interval().millis();
        List<Pair> warmingUp = world.pairs().stream().filter(Pair::isFresh).toList();
        for (Bar bar : bars) {
            boolean historical = turn.nowMs() - (bar.openTimeMs() + length) >= length;
            if (!historical) {
                tellMark(turn, market);
            }
            for (Pair pair : world.pairs()) {
                if (pair.market().equals(market.id()) && pair.config().interval() == feed.interval()) {
                    turn.correlate(turn.eventId() + "-" + pair.config().id());
                    // what closed before this process began is no signal to enter on; a position may still leave on it
                    boolean before = bar.openTimeMs() + length <= world.gate().startedAtMs() && pair.isFlat();
                    pair.onBar(turn, bar, historical || before, !warmingUp.contains(pair));
                }
            }
        }
    }

    private static void tellMark(Turn turn, Market market) {
        Price mark = market.mark();
        MarketEvent.BestBidOffer quote = market.quote();
        if (mark != null) {
            turn.tell(new Output.MarketMarked(
                    turn.cause(),
                    market.id(),
                    mark,
                    quote == null ? null : quote.bid(),
                    quote == null ? null : quote.ask()));
        }
    }
}
