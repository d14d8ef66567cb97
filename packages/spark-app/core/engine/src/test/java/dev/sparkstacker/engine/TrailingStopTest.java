package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.engine.ScriptedStrategy.Word;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stops that a strategy moves: checked, placed anew, and only then is the old one cancelled. */
class TrailingStopTest {
    private final EngineScenario scenario = EngineScenario.started(Configs.scripted());

    @BeforeEach
    void aLongPositionWhoseStopRestsAt1900() {
        scenario.say(Word.BUY);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(stop()).isEqualTo(Price.of("1900.5"));
    }

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private Price stop() {
        Price price = scenario.leg(MAIN_LEG).guard().stopPrice();
        assertThat(price).isNotNull();
        return price == null ? Price.of("0") : price;
    }

    private List<Price> restingStops() {
        return scenario.venue.of(MAIN).resting().stream()
                .filter(order -> order.request.purpose() == OrderPurpose.STOP)
                .map(order -> Objects.requireNonNull(order.request.trigger()).price())
                .toList();
    }

    private void isRefused(Reason reason, String value) {
        assertThat(scenario.judged().verdict()).isEqualTo(Verdict.NO_TRADE);
        assertThat(scenario.judged().reason()).isEqualTo(reason);
        assertThat(scenario.judged().conditions()).anySatisfy(condition -> {
            assertThat(condition.met()).isFalse();
            assertThat(condition.value()).isEqualTo(value);
        });
        assertThat(stop()).isEqualTo(Price.of("1900.5"));
        assertThat(scenario.sent(OrderPurpose.STOP)).hasSize(1);
    }

    @Test
    void theNewStopRestsBeforeTheOldOneIsCancelled() {
        scenario.say(Word.STOP_TO, "1950.04");

        assertThat(scenario.judged().verdict()).isEqualTo(Verdict.ADJUST);
        assertThat(stop()).as("rounded away from the market").isEqualTo(Price.of("1950"));
        assertThat(restingStops()).containsExactly(Price.of("1950"));
        assertThat(scenario.sent(OrderPurpose.TARGET)).as("the target stays").hasSize(1);
        Oracle.checkRecoveryAtEveryEvent(scenario);
    }

    @Test
    void untilTheNewOneIsKnownToRestBothDo() {
        scenario.venue.next(OrderPurpose.STOP, new Knob.LoseReply(true));
        scenario.venue.statusReadsFail = true;
        scenario.venue.accountReadsFail = true;
        scenario.say(Word.STOP_TO, "1950");
        assertThat(restingStops()).containsExactlyInAnyOrder(Price.of("1900.5"), Price.of("1950"));
        assertThat(stop()).isEqualTo(Price.of("1900.5"));
        scenario.venue.statusReadsFail = false;
        scenario.venue.accountReadsFail = false;
        scenario.pass(5_000);

        assertThat(restingStops()).containsExactly(Price.of("1950"));
        assertThat(stop()).isEqualTo(Price.of("1950"));
    }

    @Test
    void aRejectedMoveLeavesTheOldStopAndThePosition() {
        scenario.venue.next(OrderPurpose.STOP, new Knob.Reject("Invalid TP/SL price."));
        scenario.say(Word.STOP_TO, "1950");

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(restingStops()).containsExactly(Price.of("1900.5"));
        scenario.say(Word.STOP_TO, "1951");
        assertThat(restingStops()).containsExactly(Price.of("1951"));
    }

    @Test
    void aMoveThatNeverReachedTheVenueLeavesTheOldStop() {
        scenario.venue.next(OrderPurpose.STOP, new Knob.LoseReply(false));
        scenario.say(Word.STOP_TO, "1950");
        scenario.pass(12_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(restingStops()).containsExactly(Price.of("1900.5"));
        assertThat(stop()).isEqualTo(Price.of("1900.5"));
    }

    @Test
    void aSecondMoveOvertakesAnUnansweredFirst() {
        scenario.venue.next(OrderPurpose.STOP, new Knob.LoseReply(true));
        scenario.venue.statusReadsFail = true;
        scenario.venue.accountReadsFail = true;
        scenario.say(Word.STOP_TO, "1950");
        scenario.say(Word.STOP_TO, "1960");
        scenario.venue.statusReadsFail = false;
        scenario.venue.accountReadsFail = false;
        scenario.pass(35_000);

        assertThat(restingStops()).containsExactly(Price.of("1960"));
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void theMovedStopEndsTheTrade() {
        scenario.say(Word.STOP_TO, "1950");
        scenario.venue.move(ETH, "1950");
        scenario.run();

        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.STOP_LOSS);
    }

    @Test
    void aStopNeverMovesBack() {
        scenario.say(Word.STOP_TO, "1890");
        isRefused(Reason.STOP_NOT_TIGHTER, "1890");
    }

    @Test
    void aStopThatWouldHardlyMoveStays() {
        scenario.say(Word.STOP_TO, "1902.3");
        isRefused(Reason.STOP_STEP_TOO_SMALL, "1.8");
    }

    @Test
    void aStopBeyondTheMarkPriceStays() {
        scenario.say(Word.STOP_TO, "2000");
        isRefused(Reason.STOP_THROUGH_MARK, "2000");
    }

    @Test
    void aStopBeyondTheTargetStays() {
        scenario.say(Word.STOP_TO, "2300");
        isRefused(Reason.STOP_ON_WRONG_SIDE, "2300");
    }

    @Test
    void withoutAPositionThereIsNoStopToMove() {
        scenario.say(Word.EXIT);
        scenario.say(Word.STOP_TO, "1950");

        assertThat(scenario.judged().reason()).isEqualTo(Reason.NO_POSITION);
    }

    @Test
    void theTrailSurvivesARestartAndLostProtectionComesBackAtIt() {
        scenario.say(Word.STOP_TO, "1950");
        scenario.killAndRestart(5_000);
        scenario.venue.drop(MAIN, OrderPurpose.STOP);
        scenario.run();

        assertThat(restingStops()).containsExactly(Price.of("1950"));
        assertThat(stop()).isEqualTo(Price.of("1950"));
    }

    @Test
    void anotherPositionBeginsWithTheConfiguredStop() {
        scenario.say(Word.STOP_TO, "1950");
        scenario.say(Word.EXIT);
        scenario.say(Word.BUY);

        assertThat(stop()).isEqualTo(Price.of("1900.5"));
    }

    @Test
    void anEntryMayBringItsOwnStopAndTarget() {
        scenario.say(Word.EXIT);
        scenario.say(Word.BUY_WITH_PLAN, "1970");

        assertThat(stop()).isEqualTo(Price.of("1970"));
        assertThat(scenario.leg(MAIN_LEG).guard().targetPrice()).isEqualTo(Price.of("2060.5"));
        scenario.venue.drop(MAIN, OrderPurpose.STOP);
        scenario.killAndRestart(1_000);
        scenario.pass(2_000);
        assertThat(restingStops()).containsExactly(Price.of("1970"));
    }

    @Test
    void aPlannedStopOnTheWrongSideOfTheEntryGivesWayToTheConfiguredOne() {
        scenario.say(Word.EXIT);
        scenario.say(Word.BUY_WITH_PLAN, "2010");

        assertThat(stop()).isEqualTo(Price.of("1900.5"));
    }

    @Test
    void aShortTrailsDownwards() {
        scenario.say(Word.EXIT);
        scenario.say(Word.SELL);
        assertThat(stop()).isEqualTo(Price.of("2099.4"));
        scenario.say(Word.STOP_TO, "2050.01");

        assertThat(stop()).isEqualTo(Price.of("2050.1"));
        assertThat(scenario.leg(MAIN_LEG).position().size().abs()).isEqualTo(Quantity.of("0.4001"));
    }
}
