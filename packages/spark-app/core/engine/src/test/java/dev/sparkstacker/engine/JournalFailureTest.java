package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.TradingState;
import org.junit.jupiter.api.Test;

/** A journal that cannot be written halts entries and holds back nothing that makes risk smaller. */
class JournalFailureTest {
    private final EngineScenario scenario = EngineScenario.started(Configs.single());

    @Test
    void entriesHaltAndAreNeverSent() {
        scenario.journal.fail();
        scenario.buySignal();

        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(scenario.sent).isEmpty();
        assertThat(scenario.journalFailures()).isEqualTo(1);
        assertThat(scenario.incidents("component_failed")).isEqualTo(1);
    }

    @Test
    void anEntryDecidedInTheVeryEventThatCouldNotBeForcedDoesNotLeave() {
        scenario.journal.failAtCommit();
        scenario.buySignal();
        assertThat(scenario.sent).isEmpty();
        scenario.pass(30_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void exitsAndCancelsStillLeave() {
        scenario.buySignal();
        scenario.journal.fail();
        scenario.sellSignal();

        assertThat(scenario.sent(OrderPurpose.EXIT)).hasSize(1);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.venue.of(MAIN).position(ETH).isZero()).isTrue();
        assertThat(scenario.venue.of(MAIN).resting()).isEmpty();
    }
}
