package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.List;

/** Takes what the market does; bars that close go to the strategies that decide on them. */
final class MarketDesk {
    private final World world;

    MarketDesk(World world) {
        this.world = world;
    }

    /**
     * Takes what moves no deadline and no position: quotes, prints, depth, mark prices and the growth of a forming bar.
     * These are most events, so they cost nothing but their place in the order; a mark price that moves what is held has
     * its loss judged.
     *
     * @return whether it was such an event; if not, nothing was taken
     */
    boolean takesInPassing(Turn turn, MarketEvent event) {
        return switch (event) {
            case MarketEvent.BestBidOffer quote -> {
                heard(turn, quote).quoted(quote);
                yield true;
            }
            case MarketEvent.ContextChanged context -> {
                mark(turn, context);
                yield true;
            }
            case MarketEvent.CandleChanged candle -> {
                BarFeed feed = heard(turn, candle).feed(candle.interval());
                yield feed == null || feed.grows(candle.bar());
            }
            case MarketEvent.BookChanged book -> {
                heard(turn, book).deepened(book);
                yield true;
            }
            case MarketEvent.TradePrinted trade -> {
                // Prints feed the recorder and the queue estimates of simulated venues.
                heard(turn, trade);
                yield true;
            }
            case MarketEvent.InstrumentListed listed -> false;
            case MarketEvent.CandlesRead read -> false;
            case MarketEvent.CandlesUnread unread -> false;
            case MarketEvent.FeedDegraded degraded -> false;
            case MarketEvent.FeedRestored restored -> false;
        };
    }

    private Market heard(Turn turn, MarketEvent event) {
        Market market = world.market(event.market());
        market.heard(turn);
        return market;
    }

    private void mark(Turn turn, MarketEvent.ContextChanged context) {
        Market market = heard(turn, context);
        boolean moved = !context.mark().equals(market.mark());
        market.marked(context);
        if (moved) {
            world.risk().onMark(turn, market.id());
        }
    }

    /** Takes what may move deadlines or positions. */
    void on(Turn turn, MarketEvent event) {
        Market market = world.market(event.market());
        switch (event) {
            case MarketEvent.InstrumentListed listed -> market.listed(listed.instrument());
            case MarketEvent.BestBidOffer _,
                    MarketEvent.BookChanged _,
                    MarketEvent.TradePrinted _,
                    MarketEvent.ContextChanged _ -> {
                // Taken in passing.
            }
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
        if (bars.isEmpty()) {
            return;
        }
        long length = feed.interval().millis();
        List<Pair> warmingUp = fresh(world.pairs());
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

    private static List<Pair> fresh(List<Pair> pairs) {
        List<Pair> fresh = List.of();
        for (Pair pair : pairs) {
            if (pair.isFresh()) {
                fresh = fresh.isEmpty() ? new ArrayList<>() : fresh;
                fresh.add(pair);
            }
        }
        return fresh;
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
