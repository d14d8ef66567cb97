package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.domain.port.Journal;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineAgent;
import dev.sparkstacker.engine.EngineObserver;
import java.util.List;

/** An engine with its agent, wired as the product wires it, that is ready to trade the example. */
final class Rig {
    private final Engine engine = new Engine();
    private final ManualClock clock;
    private final QuietVenue venue;
    private final EngineAgent agent;

    /** Hears how long the journal took to force a batch, in nanoseconds. */
    @FunctionalInterface
    interface Forced {
        /** One force. */
        void took(long nanos);
    }

    Rig(long startMs, List<Bar> history, Journal journal, Orders orders, Forced forced) {
        clock = new ManualClock(startMs);
        venue = new QuietVenue(clock, history, orders);
        agent = new EngineAgent(
                engine, 0, startMs, clock, journal, venue, output -> {}, new Observer(forced), System::nanoTime);
    }

    Engine engine() {
        return engine;
    }

    EngineAgent agent() {
        return agent;
    }

    ManualClock clock() {
        return clock;
    }

    /** Folds in a batch and everything the venue answers to it. */
    void work(List<Event> batch) {
        agent.doWork(batch);
        settle();
    }

    /** Folds in what is due and what the venue has answered. */
    void settle() {
        agent.tickIfDue();
        List<Event> answers = venue.takeAnswers();
        while (!answers.isEmpty()) {
            agent.doWork(answers);
            answers = venue.takeAnswers();
        }
    }

    /** Goes through a start until entries are allowed. @throws IllegalStateException if they are not */
    void start() {
        work(List.of(
                new SystemEvent.EpochStarted(7, 1, "benchmark", "benchmark", false),
                new SystemEvent.Configured(Example.config()),
                new MarketEvent.InstrumentListed(Example.RULES)));
        work(List.of(
                new SystemEvent.Connected("market"),
                new SystemEvent.Connected("account:" + Example.MAIN),
                new SystemEvent.Connected("account:" + Example.HEDGE),
                new MarketEvent.FeedRestored(Example.ETH)));
        if (engine.tradingState() != TradingState.ACTIVE) {
            throw new IllegalStateException("The engine is not ready to trade but " + engine.tradingState());
        }
    }

    private record Observer(Forced forced) implements EngineObserver {
        @Override
        public void processed(Stamped stamped, long nanos) {
            // Measured from outside.
        }

        @Override
        public void forced(long nanos) {
            forced.took(nanos);
        }

        @Override
        public void journalFailed(String message) {
            throw new IllegalStateException("The journal failed: " + message);
        }
    }
}
