package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.OperatorEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptHaltsTest {
    @TempDir
    Path folder;

    @Test
    void whatWasKeptIsAskedAgainAsItWasAsked() throws IOException {
        List<OperatorEvent> asked = List.of(
                new OperatorEvent.HaltRequested(7, "cli:alice", "smoke\tin the\nroom"),
                new OperatorEvent.FlattenRequested(7, "file:HALT", "now"),
                new OperatorEvent.PartialHaltRequested(
                        7, "cli:bob", new HaltScope.OneMarket(new MarketId("ETH")), "thin"));
        try (KeptHalts halts = KeptHalts.open(folder)) {
            for (OperatorEvent event : asked) {
                halts.keep(KeptHalts.Kept.of(event));
            }
        }
        try (KeptHalts halts = KeptHalts.open(folder)) {
            assertThat(halts.all())
                    .extracting(kept -> kept.request().apply(7))
                    .containsExactly(
                            new OperatorEvent.HaltRequested(7, "cli:alice", "smoke in the room"),
                            asked.get(1),
                            asked.get(2));
        }
    }

    @Test
    void whatTheJournalHasIsForgotten() throws IOException {
        var halt = KeptHalts.Kept.of(new OperatorEvent.HaltRequested(1, "cli:alice", "lunch"));
        try (KeptHalts halts = KeptHalts.open(folder)) {
            halts.keep(halt);
            halts.drop(halt);
        }
        try (KeptHalts halts = KeptHalts.open(folder)) {
            assertThat(halts.all()).isEmpty();
        }
    }

    @Test
    void aLineThatCannotBeReadHaltsEverything() throws IOException {
        Files.writeString(folder.resolve("halts"), "what is this\n");
        try (KeptHalts halts = KeptHalts.open(folder)) {
            assertThat(halts.all().getFirst().request().apply(1))
                    .isInstanceOfSatisfying(
                            OperatorEvent.HaltRequested.class,
                            halt -> assertThat(halt.reason()).contains("what is this"));
        }
    }

    @Test
    void theFileHasItsSizeBeforeItIsNeeded() throws IOException {
        try (KeptHalts halts = KeptHalts.open(folder)) {
            long size = Files.size(folder.resolve("halts"));
            assertThat(size).isPositive();
            halts.keep(KeptHalts.Kept.of(new OperatorEvent.HaltRequested(1, "cli:alice", "lunch")));
            assertThat(Files.size(folder.resolve("halts"))).isEqualTo(size);
        }
    }
}
