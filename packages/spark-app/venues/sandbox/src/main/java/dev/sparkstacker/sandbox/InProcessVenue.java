package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.domain.port.VenueGateway;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.price.BarPath;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import dev.sparkstacker.sandbox.price.CandleStore;
import dev.sparkstacker.sandbox.price.DepthModel;
import dev.sparkstacker.sandbox.price.PriceListener;
import dev.sparkstacker.sandbox.price.PriceSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exchange behind the product's own port, without sockets or JSON, under a clock that the caller moves.
 *
 * <pre>
 *  caller: bar | price | advanceTo --> Exchange --> events --> EventSink (the engine)
 *  engine: Command --> submit (only queues) ---------------^   answered after the venue's latency
 * </pre>
 *
 * Not thread-safe: one thread moves the clock and takes the events; {@link #submit} may be called from inside the
 * sink. Before each event the venue's time is what {@link #nowMs} says.
 */
public final class InProcessVenue implements VenueGateway {
    private final Exchange exchange;
    private final EventSink sink;
    private final List<Interval> intervals;
    private final DepthModel depth;
    private final long seed;
    private final AccountNames names = new AccountNames();
    private final CommandDesk commands;
    private final QuestionDesk questions;
    private final Map<MarketId, CandleStore> candles = new LinkedHashMap<>();
    private final Deque<Asked> asked = new ArrayDeque<>();
    private final PriceListener prices = new Feed();

    private record Asked(long dueMs, Command.Ask question) {}

    /**
     * Opens a venue.
     *
     * @param markets the universe; each asset id is its index
     * @param accounts accounts with their starting balances
     * @param intervals intervals whose candles are published
     * @param depth the book modelled around prices that come without one
     * @param seed chooses the path within bars
     * @param startMs venue time to begin with
     */
    public InProcessVenue(
            List<MarketSpec> markets,
            Map<AccountId, Usd> accounts,
            VenueRules rules,
            List<Interval> intervals,
            DepthModel depth,
            long seed,
            long startMs,
            EventSink sink) {
        this.sink = sink;
        this.intervals = List.copyOf(intervals);
        this.depth = depth;
        this.seed = seed;
        this.exchange = new Exchange(markets, rules, new EventPublisher(sink, names, this::nowMs), startMs);
        this.commands = new CommandDesk(exchange, names, sink);
        this.questions = new QuestionDesk(exchange, names, this::store, sink);
        markets.forEach(market -> candles.put(market.market(), new CandleStore()));
        accounts.forEach((name, balance) -> exchange.openAccount(names.add(name), name.name(), balance));
    }

    /** A venue for tests and backtests: the venue's rules without an address budget, one deep level a side. */
    public static InProcessVenue of(
            List<MarketSpec> markets, Map<AccountId, Usd> accounts, long startMs, EventSink sink) {
        VenueRules rules = VenueRules.venue().withRequestBudget(Long.MAX_VALUE / 4);
        return new InProcessVenue(markets, accounts, rules, List.of(Interval.M1), DepthModel.touch(), 1, startMs, sink);
    }

    /** Tells the rules of every market. */
    public void announce() {
        exchange.markets().forEach(market -> sink.publish(new MarketEvent.InstrumentListed(market.instrument())));
    }

    /** Venue time. */
    public long nowMs() {
        return exchange.nowMs();
    }

    /** The exchange itself, to be looked at. */
    public Exchange exchange() {
        return exchange;
    }

    /** The exchange's account. @throws IllegalArgumentException if there is none of this name */
    public Account account(AccountId name) {
        return names.account(exchange, name);
    }

    /** Where to hand in prices one by one. */
    public PriceListener prices() {
        return prices;
    }

    /** Adds a closed one-minute bar to the history without trading on it. */
    public void addHistory(MarketId market, Bar bar) {
        store(market).addClosed(bar);
    }

    /** Plays a one-minute bar as four prices. */
    public void advance(MarketId market, Bar bar) {
        path(market).emit(bar, prices);
    }

    /** Plays bars of one market in order. */
    public void play(MarketId market, Iterable<Bar> bars) {
        BarPath path = path(market);
        for (Bar bar : bars) {
            path.emit(bar, prices);
        }
    }

    /** Plays a source up to a venue time, or to its end where that comes first. */
    public void play(PriceSource source, long untilMs) {
        source.advanceTo(untilMs, prices);
        if (untilMs != Long.MAX_VALUE) {
            advanceTo(untilMs);
        }
    }

    /** Sets a market's price: a book around it, a print, mark and oracle. */
    public void tick(MarketId market, Price price, long timeMs) {
        Market listed = market(market);
        prices.onBook(market, timeMs, depth.around(listed.instrument(), price));
        prices.onTrade(market, timeMs, Side.BUY, price, listed.instrument().lot());
        prices.onContext(market, timeMs, price, price, Rate.ZERO);
    }

    /** Lets time pass without prices. */
    public void advanceTo(long timeMs) {
        while (!asked.isEmpty() && asked.peekFirst().dueMs <= timeMs) {
            Asked question = asked.removeFirst();
            exchange.advanceTo(question.dueMs);
            questions.answer(question.question);
        }
        exchange.advanceTo(timeMs);
    }

    /** Lets the venue's latency pass, so that everything submitted before is answered. */
    public void settle() {
        advanceTo(exchange.nowMs() + exchange.rules().latencyMs());
    }

    @Override
    public void submit(Command command) {
        switch (command) {
            case Command.PlaceOrders place -> commands.place(place);
            case Command.CancelOrders cancel -> commands.cancel(cancel);
            case Command.CancelForeignOrder cancel -> commands.cancelForeign(cancel);
            case Command.SetLeverage set -> commands.setLeverage(set);
            case Command.Ask question ->
                asked.addLast(new Asked(exchange.nowMs() + exchange.rules().latencyMs(), question));
        }
    }

    private BarPath path(MarketId market) {
        return new BarPath(market(market).instrument(), Interval.M1, depth, seed);
    }

    private CandleStore store(MarketId market) {
        CandleStore store = candles.get(market);
        if (store == null) {
            throw new IllegalArgumentException("No such market: " + market);
        }
        return store;
    }

    private Market market(MarketId id) {
        Market market = exchange.market(id);
        if (market == null) {
            throw new IllegalArgumentException("No such market: " + id);
        }
        return market;
    }

    /** Hands prices to the exchange after everything due before them, and keeps candles of the source's prints. */
    private final class Feed implements PriceListener {
        @Override
        public void onBook(MarketId market, long timeMs, BookSnapshot book) {
            advanceTo(timeMs);
            exchange.onBook(market, timeMs, book);
        }

        @Override
        public void onTrade(MarketId market, long timeMs, Side aggressor, Price price, Quantity size) {
            advanceTo(timeMs);
            CandleStore store = store(market);
            store.onTrade(timeMs, price, size);
            exchange.onTrade(market, timeMs, aggressor, price, size);
            for (Interval interval : intervals) {
                Bar bar = store.last(interval);
                if (bar != null) {
                    sink.publish(new MarketEvent.CandleChanged(market, interval, bar));
                }
            }
        }

        @Override
        public void onContext(MarketId market, long timeMs, Price mark, Price oracle, Rate premium) {
            advanceTo(timeMs);
            exchange.onContext(market, timeMs, mark, oracle, premium);
        }
    }
}
