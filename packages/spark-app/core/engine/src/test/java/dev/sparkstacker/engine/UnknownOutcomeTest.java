package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders whose fate nobody knows. */
class UnknownOutcomeTest {
    private final EngineScenario scenario = EngineScenario.started(Configs.single());

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private OrderState entryState() {
        return scenario.outputs(Output.OrderChanged.class).stream()
                .filter(change -> change.order().purpose() == OrderPurpose.ENTRY)
                .toList()
                .getLast()
                .state();
    }

    @Test
    void anUnansweredEntryThatExecutedIsFoundAndProtected() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.LoseReply(true));
        scenario.venue.deaf.add(MAIN);
        scenario.buySignal();
        scenario.pass(1_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(entryState()).isEqualTo(OrderState.FILLED);
        scenario.venue.deaf.remove(MAIN);
    }

    @Test
    void anUnansweredEntryIsAbsentOnlyAfterExpiryAndTwoSeconds() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.LoseReply(false));
        scenario.buySignal();
        scenario.pass(6_500);
        assertThat(entryState()).isEqualTo(OrderState.UNKNOWN);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.ENTERING);
        scenario.pass(4_000);

        assertThat(entryState()).isEqualTo(OrderState.ABSENT);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
    }

    @Test
    void aStatusReadBeforeTheExpiryProvesNothingHoweverLateItArrives() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.LoseReply(false));
        scenario.venue.statusReadsFail = true;
        scenario.buySignal();
        long readAtMs = scenario.clocks.venueTimeMs();
        ClientOrderId entry = scenario.sent(OrderPurpose.ENTRY).getFirst().id();
        scenario.pass(20_000);
        scenario.send(new AnswerEvent.OrderStatusRead(
                MAIN, entry, VenueOrderStatus.UNKNOWN_ORDER, "unknownOid", null, List.of(), readAtMs));

        assertThat(entryState()).isEqualTo(OrderState.UNKNOWN);
        scenario.venue.statusReadsFail = false;
        scenario.pass(5_000);
        assertThat(entryState()).isEqualTo(OrderState.ABSENT);
    }

    @Test
    void anEntryThatIsNeverAnsweredAtAllIsAskedAfter() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.Vanish());
        scenario.buySignal();
        scenario.pass(20_000);

        assertThat(entryState()).isEqualTo(OrderState.ABSENT);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
    }

    @Test
    void anUnknownEntryCountsAsAPositionUntilItIsResolved() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.LoseReply(false));
        scenario.venue.statusReadsFail = true;
        scenario.buySignal();
        scenario.pass(30_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.ENTERING);
        assertThat(scenario.engine.isFlat()).isFalse();
        scenario.venue.statusReadsFail = false;
        scenario.pass(5_000);
        assertThat(scenario.engine.isFlat()).isTrue();
    }

    @Test
    void anUnansweredStopThatRestsIsFoundAndThePositionIsOpen() {
        scenario.venue.next(OrderPurpose.STOP, new Knob.LoseReply(true));
        scenario.buySignal();
        scenario.pass(1_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void aCancelThatWasLostIsRepeatedUntilTheOrderIsGone() {
        scenario.buySignal();
        scenario.venue.cancelsLost = true;
        scenario.venue.quote("2201", "2202");
        scenario.venue.mark("2201", null);
        scenario.run();
        scenario.pass(5_000);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.venue.of(MAIN).resting()).hasSize(1);
        scenario.venue.cancelsLost = false;
        scenario.pass(31_000);

        assertThat(scenario.venue.of(MAIN).resting()).isEmpty();
    }

    @Test
    void anUnansweredStopThatCannotBeAskedAfterEndsThePosition() {
        scenario.venue.next(OrderPurpose.STOP, new Knob.LoseReply(true));
        scenario.venue.statusReadsFail = true;
        scenario.venue.accountReadsFail = true;
        scenario.buySignal();
        scenario.pass(5_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.PROTECTION_MISSING);
    }
}
