package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputQueueTest {
    private static final MarketId ETH = new MarketId("ETH");

    private final List<Long> waits = new ArrayList<>();
    private final List<Long> conflations = new ArrayList<>();

    @Test
    void eventsComeInOrderAndTheOldestIsMeasured() throws InterruptedException {
        InputQueue queue = queue(10);
        queue.publish(new SystemEvent.ClockTicked());
        queue.publish(context("1"));
        assertThat(drain(queue)).containsExactly(new SystemEvent.ClockTicked(), context("1"));
        assertThat(waits).hasSize(1).allMatch(nanos -> nanos > 0);
        assertThat(queue.batchSinceNanos()).isNotZero();
        assertThat(drain(queue)).isEmpty();
        assertThat(queue.batchSinceNanos()).as("nothing came").isZero();
        assertThat(waits).hasSize(1);
    }

    @Test
    void pricesThatTheEngineIsTooSlowForAreConflatedAndCounted() throws InterruptedException {
        InputQueue queue = queue(1);
        queue.publish(new SystemEvent.ClockTicked());
        queue.publish(context("1"));
        queue.publish(context("2"));
        queue.publish(context("3"));
        assertThat(drain(queue)).containsExactly(new SystemEvent.ClockTicked(), context("3"));
        assertThat(conflations).containsExactly(2L);
        drain(queue);
        assertThat(conflations).as("each is told once").hasSize(1);
    }

    @Test
    void whatAPersonAsksForPassesAFullQueueOnceTheEngineRuns() throws InterruptedException {
        InputQueue queue = queue(2);
        queue.publish(new SystemEvent.ClockTicked());
        queue.publish(new SystemEvent.ClockTicked());
        queue.letOperatorsPass();
        OperatorEvent halt = new OperatorEvent.HaltRequested(1, "cli:alice", "lunch");
        OperatorEvent resume = new OperatorEvent.ResumeRequested(2, "cli:alice", "back");
        queue.publish(halt);
        queue.publish(resume);
        assertThat(drain(queue))
                .containsExactly(halt, resume, new SystemEvent.ClockTicked(), new SystemEvent.ClockTicked());
    }

    @Test
    void beforeTheEngineRunsAPersonsRequestFollowsWhatTheEngineMustKnowFirst() throws InterruptedException {
        InputQueue queue = queue(4);
        OperatorEvent halt = new OperatorEvent.HaltRequested(1, "cli:alice", "lunch");
        queue.publish(new SystemEvent.ClockTicked());
        queue.publish(halt);
        assertThat(drain(queue)).containsExactly(new SystemEvent.ClockTicked(), halt);
    }

    private InputQueue queue(int capacity) {
        InputQueue queue = new InputQueue(capacity);
        queue.tell(waits::add, conflations::add);
        return queue;
    }

    private static List<Event> drain(InputQueue queue) throws InterruptedException {
        List<Event> batch = new ArrayList<>();
        queue.drain(batch, 100, 1);
        return batch;
    }

    private static MarketEvent context(String price) {
        return new MarketEvent.ContextChanged(ETH, Price.of(price), Price.of(price), Rate.ZERO);
    }
}
