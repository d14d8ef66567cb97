package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.domain.port.VenueGateway;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineAgent;
import dev.sparkstacker.engine.EngineObserver;
import dev.sparkstacker.sandbox.InProcessVenue;
import dev.sparkstacker.sandbox.exchange.MarketSpec;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.sandbox.price.BarPath;
import dev.sparkstacker.sandbox.price.DepthModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bars through the in-process venue and the engine on one thread, stepped so that the engine's timers and the venue's
 * answers meet each other in the order of their times.
 *
 * <pre>
 *  bar ─► four points ─► venue ─► event ─► engine ─► command ─► venue, answered after its latency ─► event ─► …
 * </pre>
 */
final class Backtest {
    private static final int WARM_UP_BARS = 200;
    private static final int POINTS = 4;
    private static final Usd NO_MINIMUM = Usd.of("0.1");

    private final List<Bar> bars;
    private final Engine engine = new Engine();
    private final Deque<Event> waiting = new ArrayDeque<>();
    private final InProcessVenue venue;
    private final EngineAgent agent;
    private final BarPath path;
    private final long latencyMs;
    private long answersDueMs;
    private long events;
    private long commands;
    private long trades;
    private long incidents;

    /** What happened on the way, to be told beside the time. */
    record Result(long events, long commands, long trades, long incidents) {
        @Override
        public String toString() {
            return events + " events, " + commands + " commands, " + trades + " closed trades, " + incidents
                    + " incidents";
        }
    }

    Backtest(List<Bar> bars) {
        this.bars = bars;
        long startMs = bars.get(WARM_UP_BARS).openTimeMs();
        Map<AccountId, Usd> accounts = new LinkedHashMap<>();
        Example.ACCOUNTS.forEach(account -> accounts.put(account, Example.BALANCE));
        VenueRules rules =
                VenueRules.venue().withRequestBudget(Long.MAX_VALUE / 4).withMinNotional(NO_MINIMUM);
        latencyMs = rules.latencyMs();
        venue = new InProcessVenue(
                List.of(MarketSpec.of(Example.RULES)),
                accounts,
                rules,
                List.of(Interval.M1),
                DepthModel.touch(),
                1,
                startMs,
                waiting::add);
        path = new BarPath(Example.RULES, Interval.M1, DepthModel.touch(), 1);
        agent = new EngineAgent(
                engine,
                0,
                startMs,
                new VenueClocks(venue),
                new NoJournal(),
                gateway(),
                this::count,
                new Counter(),
                System::nanoTime);
        bars.subList(0, WARM_UP_BARS).forEach(bar -> venue.addHistory(Example.ETH, bar));
    }

    private VenueGateway gateway() {
        return command -> {
            commands++;
            answersDueMs = venue.nowMs() + latencyMs;
            venue.submit(command);
        };
    }

    /** Plays everything after the warm-up. @throws IllegalStateException if not a single trade came of it */
    Result run() {
        agent.doWork(List.of(
                new SystemEvent.EpochStarted(7, 1, "benchmark", "benchmark", false),
                new SystemEvent.Configured(Example.config())));
        venue.announce();
        drain();
        agent.doWork(List.of(
                new SystemEvent.Connected("market"),
                new SystemEvent.Connected("account:" + Example.MAIN),
                new SystemEvent.Connected("account:" + Example.HEDGE),
                new MarketEvent.FeedRestored(Example.ETH)));
        for (Bar bar : bars.subList(WARM_UP_BARS, bars.size())) {
            for (int point = 0; point < POINTS; point++) {
                passUntil(path.timeMs(bar, point));
                path.emit(bar, point, venue.prices());
                drain();
            }
        }
        if (trades == 0) {
            throw new IllegalStateException("Nothing was traded; this is not the work to be measured");
        }
        return new Result(events, commands, trades, incidents);
    }

    /** Lets time pass, stopping wherever the venue answers or the engine has something due. */
    private void passUntil(long timeMs) {
        while (venue.nowMs() < timeMs) {
            long step = dueUntil(timeMs);
            if (answersDueMs > venue.nowMs()) {
                step = Math.min(step, answersDueMs);
            }
            venue.advanceTo(Math.max(step, venue.nowMs() + 1));
            drain();
        }
    }

    /** The first instant up to the given one at which the engine has something due, or the given one. */
    private long dueUntil(long timeMs) {
        if (!engine.isDue(timeMs, timeMs)) {
            return timeMs;
        }
        long notDue = venue.nowMs();
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

    private void drain() {
        for (Event event = waiting.poll(); event != null; event = waiting.poll()) {
            agent.doWork(List.of(event));
        }
        agent.tickIfDue();
    }

    private void count(Output output) {
        if (output instanceof Output.TradeClosed) {
            trades++;
        } else if (output instanceof Output.IncidentRaised) {
            incidents++;
        }
    }

    /** Venue time is the only time in a backtest. */
    private record VenueClocks(InProcessVenue venue) implements Clocks {
        @Override
        public long venueTimeMs() {
            return venue.nowMs();
        }

        @Override
        public long machineTimeMs() {
            return venue.nowMs();
        }
    }

    private final class Counter implements EngineObserver {
        @Override
        public void processed(Stamped stamped, long nanos) {
            events++;
        }

        @Override
        public void forced(long nanos) {
            // Memory needs no force.
        }

        @Override
        public void journalFailed(String message) {
            throw new IllegalStateException("The journal failed: " + message);
        }
    }
}
