package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.control.ControlHandler.Outcome;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.OperatorEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillSwitchFileTest {
    @TempDir
    Path folder;

    private final List<OperatorEvent> asked = new CopyOnWriteArrayList<>();

    @Test
    void withoutTheFileNothingIsAsked() {
        try (KillSwitchFile file = accepting()) {
            file.look();
            assertThat(file.isThere()).isFalse();
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void aFileThatIsThereAtTheStartIsAskedBeforeTheStartGoesOn() throws IOException {
        write("");
        try (KillSwitchFile file = accepting()) {
            file.look();
            assertThat(asked).containsExactly(new OperatorEvent.HaltRequested(1, "file:HALT", "the file HALT"));
            file.look();
            assertThat(asked).as("the same file is asked for once").hasSize(1);
        }
    }

    @Test
    void aFileThatAppearsLaterIsSeenByItself() throws IOException {
        try (KillSwitchFile file = accepting()) {
            file.start();
            write("smoke in the server room\u0007\n");
            Awaitility.await().until(() -> !asked.isEmpty());
            assertThat(asked)
                    .containsExactly(
                            new OperatorEvent.HaltRequested(1, "file:HALT", "the file HALT: smoke in the server room"));
        }
    }

    @Test
    void linesNameParts() throws IOException {
        write("strategy macd-eth\n market ETH-USD \naccount hedge\n");
        try (KillSwitchFile file = accepting()) {
            file.look();
            assertThat(asked)
                    .extracting(event -> ((OperatorEvent.PartialHaltRequested) event).scope())
                    .containsExactly(
                            new HaltScope.OneStrategy(new StrategyId("macd-eth")),
                            new HaltScope.OneMarket(new MarketId("ETH")),
                            new HaltScope.OneAccount(new AccountId("hedge")));
        }
    }

    @Test
    void aLineThatNamesNoPartHaltsEverything() throws IOException {
        write("market ETH-USD\nstrategie macd-eth\n");
        try (KillSwitchFile file = accepting()) {
            file.look();
            assertThat(asked).singleElement().isInstanceOf(OperatorEvent.HaltRequested.class);
        }
    }

    @Test
    void flattenClosesEverythingOrOneMarket() throws IOException {
        write("flatten\n");
        try (KillSwitchFile file = accepting()) {
            file.look();
            assertThat(asked).containsExactly(new OperatorEvent.FlattenRequested(1, "file:HALT", "the file HALT"));
            asked.clear();
            write("flatten market ETH-USD\n");
            file.look();
            assertThat(asked)
                    .containsExactly(
                            new OperatorEvent.PartialHaltRequested(
                                    1, "file:HALT", new HaltScope.OneMarket(new MarketId("ETH")), "the file HALT"),
                            new OperatorEvent.CloseRequested(
                                    2, "file:HALT", new MarketId("ETH"), Rate.ofPct(BigDecimal.valueOf(100))));
            asked.clear();
            write("flatten strategy macd-eth\n");
            file.look();
            assertThat(asked).singleElement().isInstanceOf(OperatorEvent.FlattenRequested.class);
        }
    }

    @Test
    void aMisspeltLineBesideAFlattenStillFlattens() throws IOException {
        write("flatten market ETH-USD\nhallt\n");
        try (KillSwitchFile file = accepting()) {
            file.look();
            assertThat(asked).singleElement().isInstanceOf(OperatorEvent.FlattenRequested.class);
        }
    }

    @Test
    void aPartThatTheEngineDoesNotHaltMeansThatEverythingIs() throws IOException {
        write("strategy nobody\n");
        KillSwitchFile.Requests denying = request -> {
            OperatorEvent event = request.apply(asked.size() + 1);
            asked.add(event);
            return () -> new Outcome(event instanceof OperatorEvent.HaltRequested, "there is no such strategy");
        };
        try (KillSwitchFile file = new KillSwitchFile(folder, denying)) {
            file.start();
            Awaitility.await().until(() -> asked.size() == 2);
            assertThat(asked.getLast())
                    .isEqualTo(new OperatorEvent.HaltRequested(
                            2, "file:HALT", "the file HALT: there is no such strategy"));
        }
    }

    private KillSwitchFile accepting() {
        return new KillSwitchFile(folder, request -> {
            asked.add(request.apply(asked.size() + 1));
            return () -> new Outcome(true, "halted");
        });
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("HALT"), text);
    }
}
