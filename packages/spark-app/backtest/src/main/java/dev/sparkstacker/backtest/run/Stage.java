package dev.sparkstacker.backtest.run;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineAgent;
import dev.sparkstacker.sandbox.InProcessVenue;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import dev.sparkstacker.sandbox.price.DepthModel;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Engine and venue on one thread, stepped so that the engine's timers and the venue's answers meet in the order of their
 * times. What the market does is handed in; an order never sees a price from before it was sent.
 *
 * <pre>
 *  price ─► venue ─► event ─► engine ─► command ─► venue, answered after its latency ─► event ─► …
 * </pre>
 */
final class Stage {
    private static final int RUN = 7;

    private final RunPlan plan;
    private final Engine engine;
    private final Deque<Event> waiting = new ArrayDeque<>();
    private final Deque<Asked> asked = new ArrayDeque<>();
    private final InProcessVenue venue;
    private final Exchange exchange;
    private final Market market;
    private final EngineAgent agent;
    private final Candles candles;
    private final List<Account> accounts = new ArrayList<>();
    private long events;

    /** A question whose answer is on its way; only of candles is the answer made here. */
    private record Asked(long dueMs, Command.Ask question) {}

    Stage(RunPlan plan, Recorder recorder, Candles candles) {
        this.plan = plan;
        this.candles = candles;
        Map<AccountId, Usd> balances = new LinkedHashMap<>();
        for (AccountConfig account : plan.trading().accounts()) {
            balances.put(account.id(), plan.settings().balance());
        }
        venue = new InProcessVenue(
                List.of(MarketSpec.of(plan.instrument())),
                balances,
                plan.venueRules(),
                List.of(),
                DepthModel.touch(),
                plan.settings().seed(),
                plan.startMs(),
                waiting::add);
        exchange = venue.exchange();
        market = exchange.markets().getFirst();
        balances.keySet().forEach(name -> accounts.add(venue.account(name)));
        engine = new Engine(name -> plan.types(name));
        agent = new EngineAgent(
                engine,
                0,
                plan.startMs(),
                new VenueClocks(exchange),
                new NoJournal(),
                this::take,
                recorder,
                new Silent(),
                () -> 0L);
    }

    /** Brings the engine to where it may trade: configured, connected, warmed up, reconciled. */
    void open() {
        work(new SystemEvent.EpochStarted(RUN, 1, plan.settings().build().commit(), "backtest", false));
        work(new SystemEvent.Configured(plan.trading()));
        venue.announce();
        drain();
        work(new SystemEvent.Connected("market"));
        for (AccountConfig account : plan.trading().accounts()) {
            work(new SystemEvent.Connected("account:" + account.id()));
        }
        work(new MarketEvent.FeedRestored(plan.market()));
    }

    /** Venue time. */
    long nowMs() {
        return exchange.nowMs();
    }

    /** Events the engine has taken. */
    long events() {
        return events;
    }

    List<Account> accounts() {
        return accounts;
    }

    Market market() {
        return market;
    }

    Exchange exchange() {
        return exchange;
    }

    /** Sets the price: book, mark and oracle. */
    void price(Price price, long timeMs) {
        book(plan.settings().depth().around(plan.instrument(), price), timeMs);
        mark(price, timeMs);
    }

    /** Sets mark and oracle to a price, as the venue would show it. */
    void mark(Price price, long timeMs) {
        Price mark = valid(price);
        mark(mark, mark, plan.settings().funding().during(timeMs), timeMs);
    }

    /** Tells of a bar at an instant and lets the engine take it. */
    void candle(MarketEvent.CandleChanged told, long timeMs) {
        venue.advanceTo(timeMs);
        waiting.add(told);
        drain();
    }

    /** The price as the venue would show it. */
    Price valid(Price price) {
        return plan.instrument().isValidPrice(price)
                ? price
                : plan.instrument().roundPrice(price, RoundingMode.HALF_EVEN);
    }

    void book(BookSnapshot book, long timeMs) {
        exchange.onBook(plan.market(), timeMs, book);
    }

    /** Sets mark and oracle, under the premium that makes the venue settle the wanted rate. */
    void mark(Price mark, Price oracle, Rate fundingHourly, long timeMs) {
        exchange.onContext(plan.market(), timeMs, mark, oracle, PremiumRule.premiumFor(fundingHourly));
    }

    /** A print, which resting orders meet. */
    void print(Side aggressor, Price price, Quantity size, long timeMs) {
        exchange.onTrade(plan.market(), timeMs, aggressor, price, size);
    }

    /** Hands in an event of the market's feed. */
    void feed(Event event) {
        waiting.add(event);
    }

    /** Lets time pass, stopping wherever the venue does something or the engine has something due. */
    void passUntil(long timeMs) {
        while (exchange.nowMs() < timeMs) {
            long now = exchange.nowMs();
            long step = Math.min(timeMs, Math.max(venueDueMs(), now + 1));
            step = Math.max(engineDueMs(now, step), now + 1);
            advance(step);
            drain();
        }
    }

    /** Whether nothing will happen up to an instant unless prices move. */
    boolean isQuietUntil(long timeMs) {
        return asked.isEmpty() && waiting.isEmpty() && exchange.nextDueMs() > timeMs && !engine.isDue(timeMs, timeMs);
    }

    private void advance(long timeMs) {
        venue.advanceTo(timeMs);
        while (!asked.isEmpty() && asked.peekFirst().dueMs() <= timeMs) {
            if (asked.removeFirst().question() instanceof Command.ReadCandles read) {
                waiting.add(candles.read(read.fromMs(), timeMs));
            }
        }
    }

    private long venueDueMs() {
        long asks = asked.isEmpty() ? Long.MAX_VALUE : asked.peekFirst().dueMs();
        return Math.min(asks, exchange.nextDueMs());
    }

    /** The first instant up to the given one at which the engine has something due, or the given one. */
    private long engineDueMs(long nowMs, long timeMs) {
        if (!engine.isDue(timeMs, timeMs)) {
            return timeMs;
        }
        long notDue = nowMs;
        long due = timeMs;
        while (due - notDue > 1) {
            long middle = (due + notDue) >>> 1;
            if (engine.isDue(middle, middle)) {
                due = middle;
            } else {
                notDue = middle;
            }
        }
        return due;
    }

    /** Lets the engine take everything that waits, and what becomes due by it. */
    void drain() {
        for (Event event = waiting.poll(); event != null; event = waiting.poll()) {
            work(event);
        }
        if (agent.tickIfDue()) {
            events++;
        }
    }

    private void work(Event event) {
        events++;
        agent.doWork(List.of(event));
    }

    private void take(Command command) {
        switch (command) {
            case Command.ReadCandles read -> asked.addLast(asked(read));
            case Command.ReadAccount read -> {
                asked.addLast(asked(read));
                venue.submit(read);
            }
            case Command.ReadOrderStatus read -> {
                asked.addLast(asked(read));
                venue.submit(read);
            }
            case Command.PlaceOrders place -> venue.submit(place);
            case Command.CancelOrders cancel -> venue.submit(cancel);
            case Command.CancelForeignOrder cancel -> venue.submit(cancel);
            case Command.SetLeverage set -> venue.submit(set);
        }
    }

    private Asked asked(Command.Ask question) {
        return new Asked(exchange.nowMs() + exchange.rules().latencyMs(), question);
    }

    /** Venue time is the only time in a backtest. */
    private record VenueClocks(Exchange exchange) implements Clocks {
        @Override
        public long venueTimeMs() {
            return exchange.nowMs();
        }

        @Override
        public long machineTimeMs() {
            return exchange.nowMs();
        }
    }
}
