package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.engine.ScriptedStrategy.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Opposite signals while the leg is on its way, and the rest after a stop-out. */
class TurningTest {
    private static final Knob.Reject NO_MATCH =
            new Knob.Reject("Order could not immediately match against any resting orders.");

    private EngineScenario scenario = EngineScenario.started(Configs.single());

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private void exitsFindNobodyFor(int attempts) {
        for (int i = 0; i < attempts; i++) {
            scenario.venue.next(OrderPurpose.EXIT, NO_MATCH);
        }
    }

    @Test
    void anOppositeCrossoverWhileEnteringTakesTheOtherSideOnceFlat() {
        scenario.venue.holdFills = true;
        scenario.bar("2010");
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.ENTERING);
        scenario.sellSignal();
        assertThat(scenario.judged().verdict()).isEqualTo(Verdict.REVERSE);
        scenario.venue.releaseFills();
        scenario.run();
        scenario.pass(2_000);

        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.SELL);
        assertThat(scenario.outputs(Output.TradeClosed.class)).hasSize(1);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void anOppositeCrossoverWhileAnUnknownEntryIsAbsentTakesTheOtherSideAtOnce() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.LoseReply(false));
        scenario.venue.statusReadsFail = true;
        scenario.buySignal();
        scenario.sellSignal();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.ENTERING);
        scenario.venue.statusReadsFail = false;
        scenario.pass(5_000);

        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.SELL);
    }

    @Test
    void aCrossoverWhileLeavingReplacesWhatWaited() {
        scenario.buySignal();
        exitsFindNobodyFor(62);
        scenario.sellSignal();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.EXITING);
        scenario.bar("2040");
        assertThat(scenario.judged().verdict()).isEqualTo(Verdict.REVERSE);
        assertThat(scenario.judged().side()).isEqualTo(Side.BUY);
        scenario.venue.knobs.clear();
        scenario.pass(3_000);

        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.BUY);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.sent(OrderPurpose.ENTRY))
                .extracting(order -> order.side())
                .containsExactly(Side.BUY, Side.BUY);
    }

    @Test
    void whereItIsNotFlatWithinOneBarTheSignalExpires() {
        scenario.buySignal();
        exitsFindNobodyFor(200);
        scenario.sellSignal();
        scenario.bar("2040");
        scenario.pass(80_000);

        assertThat(scenario.outputs(Output.EntryDenied.class))
                .extracting(Output.EntryDenied::reason)
                .as("the one that waited, and the one that replaced it")
                .containsExactly(Reason.SIGNAL_EXPIRED, Reason.SIGNAL_EXPIRED);
        scenario.venue.knobs.clear();
        scenario.pass(3_000);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
    }

    @Test
    void withoutReverseACrossoverWhileLeavingIsExplainedAndNothingWaits() {
        scenario = EngineScenario.started(Configs.of(Configs.strategy("macd-eth", null, false)));
        scenario.buySignal();
        exitsFindNobodyFor(60);
        scenario.sellSignal();
        scenario.bar("2040");
        assertThat(scenario.judged().verdict()).isEqualTo(Verdict.NO_TRADE);
        assertThat(scenario.judged().reason()).isEqualTo(Reason.POSITION_NOT_FLAT);
        scenario.venue.knobs.clear();
        scenario.pass(8_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
    }

    @Test
    void aWaitingReversalSurvivesARestart() {
        scenario.buySignal();
        exitsFindNobodyFor(4);
        scenario.sellSignal();
        scenario.killAndRestart(1_000);
        scenario.pass(20_000);

        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.SELL);
    }

    private void stopOut() {
        scenario.venue.move(ETH, "1880");
        scenario.run();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        scenario.venue.move(ETH, "2000");
        scenario.run();
    }

    @Test
    void afterAStopOutNothingIsEnteredForTheBarsOfTheCooldown() {
        scenario = EngineScenario.started(Configs.of(Configs.scripted(null, true, 3)));
        scenario.say(Word.BUY);
        stopOut();
        for (int i = 0; i < 2; i++) {
            scenario.say(Word.BUY);
            assertThat(scenario.judged().reason()).isEqualTo(Reason.COOLING_DOWN);
        }
        scenario.killAndRestart(100);
        scenario.say(Word.SELL);
        assertThat(scenario.judged().reason()).isEqualTo(Reason.COOLING_DOWN);
        assertThat(scenario.sent(OrderPurpose.ENTRY)).hasSize(1);
        scenario.say(Word.BUY);

        assertThat(scenario.judged().verdict()).isEqualTo(Verdict.ENTER);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void noOtherEndOfATradeCoolsDown() {
        scenario = EngineScenario.started(Configs.of(Configs.scripted(null, true, 3)));
        scenario.say(Word.BUY);
        scenario.say(Word.TURN_SHORT);

        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.SELL);
        assertThat(scenario.venue.of(MAIN).position(ETH).isShort()).isTrue();
    }
}
