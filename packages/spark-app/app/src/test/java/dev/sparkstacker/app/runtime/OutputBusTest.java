package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Cause;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutputBusTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whatComesAfterTheLastOutputWaitsUntilEverythingIsDelivered() {
        int outputs = 5_000;
        try (OutputBus bus = new OutputBus(List.of(this::hear), new AtomicLong(), () -> heard.add("level"))) {
            for (int i = 1; i <= outputs; i++) {
                bus.publish(output(i));
            }
        }
        assertThat(heard).hasSize(outputs + 1).endsWith("5000", "level");
    }

    @Test
    void aBusThatHeardNothingEndsAsWell() {
        new OutputBus(List.of(this::hear), new AtomicLong(), () -> heard.add("level")).close();
        assertThat(heard).containsExactly("level");
    }

    private void hear(List<Output> batch) {
        batch.forEach(output -> heard.add(Long.toString(output.cause().sequence())));
    }

    private static Output output(long sequence) {
        Cause cause = new Cause(sequence, sequence, sequence, "e1-" + sequence);
        return new Output.EquityMarked(cause, new AccountId("main"), Usd.of("1"), Usd.of("1"), Usd.ZERO);
    }
}
