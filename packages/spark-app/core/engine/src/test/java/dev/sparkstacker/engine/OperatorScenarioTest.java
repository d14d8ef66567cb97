package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person asks for. */
class OperatorScenarioTest {
    private static final String WHO = "cli:test";

    private final EngineScenario scenario = EngineScenario.started(Configs.hedged());

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private Output.RequestAnswered answer() {
        return scenario.last(Output.RequestAnswered.class);
    }

    @Test
    void aHaltKeepsTheProtectionOfOpenPositionsAndDeniesEntries() {
        scenario.buySignal();
        scenario.send(new OperatorEvent.HaltRequested(1, WHO, "lunch"));
        scenario.sellSignal();

        assertThat(answer().accepted()).isTrue();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(scenario.state(MAIN_LEG)).as("exits are never held back").isEqualTo(LegState.FLAT);
        assertThat(scenario.last(Output.EntryDenied.class).reason()).isEqualTo(Reason.NOT_ACTIVE);
    }

    @Test
    void aHaltLeavesStopsAndTargetsResting() {
        scenario.buySignal();
        scenario.send(new OperatorEvent.HaltRequested(1, WHO, "lunch"));
        scenario.pass(60_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.venue.of(MAIN).resting()).hasSize(2);
    }

    @Test
    void aHaltSurvivesARestartAndOnlyAPersonEndsIt() {
        scenario.send(new OperatorEvent.HaltRequested(1, WHO, "lunch"));
        scenario.venue.fund(MAIN, "-0.01");
        scenario.pass(31_000);
        scenario.killAndRestart(5_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        scenario.buySignal();
        assertThat(scenario.sent).isEmpty();
        scenario.send(new OperatorEvent.ResumeRequested(2, WHO, "back"));

        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        scenario.sellSignal();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void closingAFractionKeepsTheRestProtected() {
        scenario.buySignal();
        scenario.venue.quote();
        scenario.send(new OperatorEvent.CloseRequested(1, WHO, ETH, Rate.of("0.5")));
        scenario.pass(2_000);

        assertThat(scenario.leg(MAIN_LEG).position().size().abs()).isEqualTo(Quantity.of("0.2"));
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.leg(Configs.HEDGE_LEG).position().size().abs()).isEqualTo(Quantity.of("0.025"));
        scenario.send(new OperatorEvent.CloseRequested(2, WHO, ETH, Rate.of("1")));
        scenario.pass(2_000);

        assertThat(scenario.engine.isFlat()).isTrue();
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isIn(ExitReason.OPERATOR, ExitReason.LINKED_LEG);
    }

    @Test
    void closingAFractionWhosePieceIsBelowTheMinimumClosesAll() {
        scenario.buySignal();
        scenario.send(new OperatorEvent.CloseRequested(1, WHO, ETH, Rate.of("0.01")));
        scenario.pass(2_000);

        assertThat(scenario.engine.isFlat()).isTrue();
    }

    @Test
    void closingWhereNothingIsHeldIsRefused() {
        scenario.send(new OperatorEvent.CloseRequested(1, WHO, ETH, Rate.of("1")));

        assertThat(answer().accepted()).isFalse();
    }

    @Test
    void flattenClosesEverythingAndThenHalts() {
        scenario.buySignal();
        scenario.venue.next(
                OrderPurpose.EXIT, new Knob.Reject("Order could not immediately match against any resting orders."));
        scenario.send(new OperatorEvent.FlattenRequested(1, WHO, "enough"));
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.FLATTENING);
        assertThat(scenario.venue.of(MAIN).resting())
                .as("stops stay until flat")
                .hasSize(2);
        scenario.send(new OperatorEvent.ResumeRequested(2, WHO, "no"));
        assertThat(answer().accepted()).isFalse();
        scenario.pass(3_000);

        assertThat(scenario.engine.isFlat()).isTrue();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(scenario.outputs(Output.TradeClosed.class))
                .extracting(Output.TradeClosed::reason)
                .containsOnly(ExitReason.OPERATOR);
    }

    @Test
    void flattenWhileAnEntryIsUnknownLeavesItWhenItTurnsUp() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.LoseReply(true));
        scenario.venue.deaf.add(MAIN);
        scenario.venue.statusReadsFail = true;
        scenario.venue.accountReadsFail = true;
        scenario.buySignal();
        scenario.send(new OperatorEvent.FlattenRequested(1, WHO, "enough"));
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.FLATTENING);
        scenario.venue.deaf.remove(MAIN);
        scenario.venue.statusReadsFail = false;
        scenario.venue.accountReadsFail = false;
        scenario.pass(10_000);

        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(scenario.venue.of(MAIN).position(ETH).isZero()).isTrue();
    }

    @Test
    void stoppingKeepsPositionsOnTheirStopsAndIsTold() {
        scenario.buySignal();
        scenario.send(new OperatorEvent.StopRequested(1, WHO, false));

        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
        assertThat(scenario.last(Output.TradingStateChanged.class).reason()).isEqualTo("stopping");
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void stoppingWithFlattenClosesEverything() {
        scenario.buySignal();
        scenario.send(new OperatorEvent.StopRequested(1, WHO, true));
        scenario.pass(2_000);

        assertThat(scenario.engine.isFlat()).isTrue();
    }
}
