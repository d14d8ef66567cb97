package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries stop within one engine cycle: a halt and the bar that would enter are folded in by the same one. */
class HaltInOneCycleTest {
    private static final long MINUTE_MS = 60_000;
    private static final Event HALT = new OperatorEvent.HaltRequested(1, "cli:test", "lunch");

    private final EngineScenario scenario = EngineScenario.started(Configs.single());
    private final List<Command> left = new ArrayList<>();
    private final List<Output> told = new ArrayList<>();

    @Test
    void aHaltBeforeTheCrossoverLetsNoEntryOut() {
        cycle(List.of(HALT, crossover()));

        assertThat(entries()).isEmpty();
        assertThat(told)
                .filteredOn(Output.EntryDenied.class::isInstance)
                .map(output -> ((Output.EntryDenied) output).reason())
                .containsExactly(Reason.NOT_ACTIVE);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void aHaltBehindTheCrossoverSendsTheCancelRightBehindTheEntry() {
        cycle(List.of(crossover(), HALT));

        assertThat(entries()).hasSize(1);
        OrderRequest entry = entries().getFirst();
        assertThat(left)
                .filteredOn(Command.CancelOrders.class::isInstance)
                .flatExtracting(command -> ((Command.CancelOrders) command).orders())
                .containsExactly(entry.id());
        assertThat(left.indexOf(cancel()))
                .as("in the order in which they must reach the venue")
                .isGreaterThan(left.indexOf(placing()));
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
    }

    private Command cancel() {
        return left.stream()
                .filter(Command.CancelOrders.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private Command placing() {
        return left.stream()
                .filter(Command.PlaceOrders.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private List<OrderRequest> entries() {
        return left.stream()
                .filter(Command.PlaceOrders.class::isInstance)
                .flatMap(command -> ((Command.PlaceOrders) command).orders().stream())
                .map(approved -> approved.order())
                .filter(order -> !order.reduceOnly())
                .toList();
    }

    /** The bar in which the lines cross is there; what it returns is the next one, which closes it. */
    private Event crossover() {
        return new MarketEvent.CandleChanged(
                ETH, Interval.M1, EngineScenario.flatBar(EngineScenario.START_MS + MINUTE_MS, "2010"));
    }

    /** One batch through an agent of its own, after the forming bar has risen. */
    private void cycle(List<Event> batch) {
        Price open = Price.of("2000");
        Price close = Price.of("2010");
        Bar rising = new Bar(EngineScenario.START_MS, open, close, open, close, Quantity.of("1"), 5);
        scenario.send(new MarketEvent.CandleChanged(ETH, Interval.M1, rising));
        scenario.leap(MINUTE_MS);
        long last = scenario.journal.entries().getLast().event().sequence();
        new EngineAgent(
                        scenario.engine,
                        last,
                        scenario.clocks.venueTimeMs(),
                        scenario.clocks,
                        new MemoryJournal(),
                        left::add,
                        told::add,
                        new Unobserved(),
                        () -> 0)
                .doWork(batch);
    }

    private record Unobserved() implements EngineObserver {
        @Override
        public void processed(Stamped event, long processingNanos) {
            // Durations are of no interest here.
        }

        @Override
        public void forced(long nanos) {
            // Durations are of no interest here.
        }

        @Override
        public void journalFailed(String message) {
            throw new AssertionError(message);
        }
    }
}
