package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.engine.ScriptedStrategy.Word;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parts of a position that a strategy closes, each once, with stop and target resized as a pair. */
class PartialExitTest {
    private EngineScenario scenario = EngineScenario.started(Configs.scripted());

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private Quantity held() {
        return scenario.leg(MAIN_LEG).position().size().abs();
    }

    private List<Quantity> resting(OrderPurpose purpose) {
        return scenario.venue.of(MAIN).resting().stream()
                .filter(order -> order.request.purpose() == purpose)
                .map(order -> order.remaining)
                .toList();
    }

    @Test
    void halfIsClosedOnceAndThePairIsResized() {
        scenario.say(Word.BUY);
        scenario.say(Word.HALF);

        assertThat(scenario.judged().verdict()).isEqualTo(Verdict.ADJUST);
        assertThat(held()).isEqualTo(Quantity.of("0.2"));
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(resting(OrderPurpose.STOP)).containsExactly(Quantity.of("0.2"));
        assertThat(resting(OrderPurpose.TARGET)).containsExactly(Quantity.of("0.2"));
        scenario.say(Word.HALF);

        assertThat(scenario.judged().reason()).isEqualTo(Reason.PART_ALREADY_EXITED);
        assertThat(held()).isEqualTo(Quantity.of("0.2"));
        Oracle.checkRecoveryAtEveryEvent(scenario);
    }

    @Test
    void anotherPartMayFollowAndTheNextPositionBeginsAnew() {
        scenario.say(Word.BUY);
        scenario.say(Word.HALF);
        scenario.say(Word.THIRD);
        assertThat(held()).isEqualTo(Quantity.of("0.1334"));
        scenario.say(Word.EXIT);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.EXIT_SIGNAL);
        scenario.say(Word.BUY);
        scenario.say(Word.HALF);

        assertThat(held()).isEqualTo(Quantity.of("0.2"));
    }

    @Test
    void thatAPartIsClosedIsRememberedAcrossARestart() {
        scenario.say(Word.BUY);
        scenario.say(Word.HALF);
        scenario.killAndRestart(5_000);
        scenario.say(Word.HALF);

        assertThat(scenario.judged().reason()).isEqualTo(Reason.PART_ALREADY_EXITED);
        assertThat(held()).isEqualTo(Quantity.of("0.2"));
    }

    @Test
    void whereAPieceWouldBeUnderTheMinimumAllIsClosed() {
        LegConfig small = new LegConfig(MAIN, Usd.of("1.9"), new Leverage(10));
        scenario = EngineScenario.started(Configs.of(Configs.scripted("macd-eth", small, null, true, 0)));
        scenario.say(Word.BUY);
        assertThat(held()).isEqualTo(Quantity.of("0.0094"));
        scenario.say(Word.HALF);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.EXIT_SIGNAL);
    }

    @Test
    void withoutAPositionThereIsNoPart() {
        scenario.say(Word.HALF);

        assertThat(scenario.judged().reason()).isEqualTo(Reason.NO_POSITION);
        assertThat(scenario.sent).isEmpty();
    }

    @Test
    void thePartAndTheStopMayMoveOnTheSameBar() {
        scenario.say(Word.BUY);
        scenario.say(Word.HALF_AND_STOP_TO, "1980");

        assertThat(held()).isEqualTo(Quantity.of("0.2"));
        assertThat(scenario.leg(MAIN_LEG).guard().stopPrice()).isEqualTo(Price.of("1980"));
        assertThat(resting(OrderPurpose.STOP)).containsExactly(Quantity.of("0.2"));
        assertThat(scenario.sent(OrderPurpose.STOP))
                .as("one pair before, one after")
                .hasSize(2);
    }

    @Test
    void theStopForTheWholeRestsUntilThePartIsGone() {
        scenario.say(Word.BUY);
        scenario.venue.next(
                OrderPurpose.EXIT, new Knob.Reject("Order could not immediately match against any resting orders."));
        scenario.venue.next(OrderPurpose.EXIT, new Knob.Pieces(List.of(Quantity.of("0.05"))));
        scenario.say(Word.HALF);
        assertThat(scenario.state(MAIN_LEG)).isIn(LegState.EXITING, LegState.OPEN);
        scenario.pass(4_000);

        assertThat(held()).isEqualTo(Quantity.of("0.2"));
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void aStopThatTriggersWhileAPartIsBeingClosedEndsTheTrade() {
        scenario.say(Word.BUY);
        Knob.Reject noMatch = new Knob.Reject("Order could not immediately match against any resting orders.");
        for (int i = 0; i < 4; i++) {
            scenario.venue.next(OrderPurpose.EXIT, noMatch);
        }
        scenario.say(Word.HALF);
        scenario.venue.move(ETH, "1900");
        scenario.run();

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.STOP_LOSS);
        scenario.pass(3_000);
    }

    @Test
    void aShortIsHalvedToo() {
        scenario.say(Word.SELL);
        scenario.say(Word.HALF);

        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.SELL);
        assertThat(held()).isEqualTo(Quantity.of("0.2001"));
    }

    @Test
    void afterAFurtherFillOfTheEntryThePairCoversBoth() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.Pieces(List.of(Quantity.of("0.1"), Quantity.of("0.2"))));
        scenario.say(Word.BUY);

        assertThat(resting(OrderPurpose.STOP)).containsExactly(Quantity.of("0.3"));
        assertThat(resting(OrderPurpose.TARGET)).containsExactly(Quantity.of("0.3"));
    }
}
