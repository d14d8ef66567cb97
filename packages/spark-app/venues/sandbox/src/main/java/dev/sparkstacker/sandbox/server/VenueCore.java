package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.sandbox.clock.VenueClock;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.price.BarPath;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import dev.sparkstacker.sandbox.price.CandleStore;
import dev.sparkstacker.sandbox.price.PriceListener;
import dev.sparkstacker.sandbox.price.PriceSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An exchange with its prices, its candles and whoever listens. It has no thread: a {@link VenueLoop} or a
 * {@link SteppedVenue} moves it.
 */
public final class VenueCore {
    private static final long SLICE_MS = 1_000;

    private final Exchange exchange;
    private final EventHub events;
    private final PriceSource source;
    private final VenueClock clock;
    private final Map<MarketId, CandleStore> candles = new LinkedHashMap<>();
    private final List<LongConsumer> stepListeners = new CopyOnWriteArrayList<>();
    private final PriceListener feed = new Feed();

    /**
     * Opens an exchange that begins at the clock's venue time, with the source's history as its candles.
     *
     * @param markets the universe; each asset id is its index
     * @param listener takes what happens
     * @throws IllegalArgumentException if an asset id is not its index
     */
    public VenueCore(
            List<MarketSpec> markets,
            VenueRules rules,
            PriceSource source,
            VenueClock clock,
            ExchangeListener listener) {
        this.source = source;
        this.clock = clock;
        this.events = new EventHub();
        events.add(listener);
        this.exchange = new Exchange(markets, rules, events, Math.min(clock.nowMs(), source.startMs()));
        for (MarketSpec market : markets) {
            CandleStore store = new CandleStore();
            for (Bar bar : source.history(market.market())) {
                store.addClosed(bar);
            }
            candles.put(market.market(), store);
        }
    }

    /** The exchange. */
    public Exchange exchange() {
        return exchange;
    }

    /** The candles by market. */
    public Map<MarketId, CandleStore> candles() {
        return Collections.unmodifiableMap(candles);
    }

    /** The clocks that its clients' requests are judged by. */
    public VenueClock clock() {
        return clock;
    }

    /** Where its prices come from. */
    public PriceSource source() {
        return source;
    }

    /** Where prices that do not come from the source are handed in. */
    public PriceListener prices() {
        return feed;
    }

    /** Adds a listener of what happens at the exchange. */
    public void addListener(ExchangeListener listener) {
        events.add(listener);
    }

    /** Adds a listener that is told the venue time after each slice of at most a second and each batch of tasks. */
    public void addStepListener(LongConsumer listener) {
        stepListeners.add(listener);
    }

    /** Takes both listeners off. */
    public void remove(ExchangeListener listener, LongConsumer stepListener) {
        events.remove(listener);
        stepListeners.remove(stepListener);
    }

    /**
     * Goes on in slices of a second, so that the markets stay in step. No slice reaches into the next second, so that a
     * bar's last state is told before its successor begins.
     */
    void advanceTo(long targetMs) {
        while (exchange.nowMs() < targetMs) {
            long to = Math.min(targetMs, sliceEndMs());
            source.advanceTo(to, feed);
            exchange.advanceTo(to);
            tellStep();
        }
    }

    /** Venue time of the end of the slice that comes next. */
    long sliceEndMs() {
        long next = exchange.nowMs() + 1;
        return next - Math.floorMod(next, SLICE_MS) + SLICE_MS - 1;
    }

    void tellStep() {
        long now = exchange.nowMs();
        stepListeners.forEach(listener -> listener.accept(now));
    }

    /** Keeps candles of the source's prints and hands everything on to the exchange. */
    private final class Feed implements PriceListener {
        @Override
        public void onBook(MarketId market, long timeMs, BookSnapshot book) {
            exchange.onBook(market, timeMs, book);
        }

        @Override
        public void onTrade(MarketId market, long timeMs, Side aggressor, Price price, Quantity size) {
            CandleStore store = candles.get(market);
            if (store != null) {
                store.onTrade(timeMs, price, size);
            }
            exchange.onTrade(market, timeMs, aggressor, price, size);
        }

        @Override
        public void onContext(MarketId market, long timeMs, Price mark, Price oracle, Rate premium) {
            exchange.onContext(market, timeMs, mark, oracle, premium);
        }

        @Override
        public void onLateBar(MarketId market, long timeMs, Bar bar, @Nullable BarPath path) {
            CandleStore store = candles.get(market);
            if (store != null) {
                store.put(bar);
            }
            if (path != null) {
                path.emitAt(timeMs, bar, exchange);
            }
        }
    }
}
