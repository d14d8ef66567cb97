package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an open position ends. */
class ExitScenarioTest {
    private final EngineScenario scenario = EngineScenario.started(Configs.single());

    @BeforeEach
    void aLongPositionIsOpen() {
        scenario.buySignal();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private ExitReason reason() {
        return scenario.last(Output.TradeClosed.class).reason();
    }

    @Test
    void theOppositeSignalClosesAndReversesWithinTheBar() {
        scenario.sellSignal();

        assertThat(reason()).isEqualTo(ExitReason.OPPOSITE_SIGNAL);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.SELL);
    }

    @Test
    void aReversalIsNotEnteredOnceTheNextBarHasBegun() {
        Knob.Reject noMatch = new Knob.Reject("Order could not immediately match against any resting orders.");
        for (int i = 0; i < 59; i++) {
            scenario.venue.next(OrderPurpose.EXIT, noMatch);
        }
        scenario.sellSignal();
        scenario.pass(70_000);

        assertThat(reason()).isEqualTo(ExitReason.OPPOSITE_SIGNAL);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.outputs(Output.EntryDenied.class))
                .extracting(Output.EntryDenied::reason)
                .containsExactly(Reason.SIGNAL_EXPIRED);
    }

    @Test
    void aFilledStopEndsTheTradeAndCancelsTheTarget() {
        scenario.venue.quote("1899", "1900");
        scenario.venue.mark("1900", null);
        scenario.run();

        assertThat(reason()).isEqualTo(ExitReason.STOP_LOSS);
        assertThat(scenario.venue.of(MAIN).resting()).isEmpty();
    }

    @Test
    void aFilledTargetEndsTheTradeAndCancelsTheStop() {
        scenario.venue.quote("2201", "2202");
        scenario.venue.mark("2201", null);
        scenario.run();

        assertThat(reason()).isEqualTo(ExitReason.TAKE_PROFIT);
        assertThat(scenario.venue.of(MAIN).resting()).isEmpty();
        assertThat(scenario.last(Output.TradeClosed.class).netPnl().isPositive())
                .isTrue();
    }

    @Test
    void aStopThatFillsInPartIsFollowedByExitsForTheRest() {
        scenario.venue.quote("1899", "1900");
        scenario.venue.mark("1900", Quantity.of("0.1"));
        scenario.run();

        assertThat(scenario.sent(OrderPurpose.EXIT)).hasSize(1);
        assertThat(scenario.sent(OrderPurpose.EXIT).getFirst().size()).isEqualTo(Quantity.of("0.2999"));
        assertThat(reason()).isEqualTo(ExitReason.STOP_LOSS);
    }

    @Test
    void theLongestHoldEndsTheTrade() {
        scenario.leap(86_400_000);
        scenario.pass(2_000);

        assertThat(reason()).isEqualTo(ExitReason.MAX_HOLD);
    }

    @Test
    void exitsGoThroughWiderCapsOneASecond() {
        Knob.Reject noMatch = new Knob.Reject("Order could not immediately match against any resting orders.");
        for (int i = 0; i < 4; i++) {
            scenario.venue.next(OrderPurpose.EXIT, noMatch);
        }
        scenario.sellSignal();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.EXITING);
        assertThat(scenario.venue.of(MAIN).resting()).as("stop and target stay").hasSize(2);
        scenario.pass(5_000);

        assertThat(scenario.sent(OrderPurpose.EXIT))
                .extracting(order -> order.limit())
                .containsExactly(
                        Price.of("1989.6"),
                        Price.of("1979.6"),
                        Price.of("1959.6"),
                        Price.of("1899.6"),
                        Price.of("1899.6"));
        assertThat(reason()).isEqualTo(ExitReason.OPPOSITE_SIGNAL);
    }

    @Test
    void anExitThatFillsInPartIsRepeatedForTheRest() {
        scenario.venue.next(OrderPurpose.EXIT, new Knob.Pieces(List.of(Quantity.of("0.1"))));
        scenario.sellSignal();
        scenario.pass(2_000);

        assertThat(scenario.sent(OrderPurpose.EXIT))
                .extracting(order -> order.size())
                .containsExactly(Quantity.of("0.3999"), Quantity.of("0.2999"));
        assertThat(scenario.outputs(Output.TradeClosed.class)).hasSize(1);
    }

    @Test
    void aStopThatTheVenueCancelsIsPlacedAgain() {
        scenario.venue.drop(MAIN, OrderPurpose.STOP);
        scenario.run();

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.sent(OrderPurpose.STOP)).hasSize(2);
    }

    @Test
    void aVenueThatKeepsCancellingTheStopIsLeft() {
        for (int i = 0; i < 4; i++) {
            scenario.venue.drop(MAIN, OrderPurpose.STOP);
            scenario.run();
        }
        scenario.pass(2_000);

        assertThat(reason()).isEqualTo(ExitReason.PROTECTION_MISSING);
    }

    @Test
    void anUnansweredExitIsResolvedBeforeTheNextOne() {
        scenario.venue.next(OrderPurpose.EXIT, new Knob.LoseReply(false));
        scenario.sellSignal();
        assertThat(scenario.sent(OrderPurpose.EXIT)).hasSize(1);
        scenario.pass(12_000);

        assertThat(scenario.sent(OrderPurpose.EXIT)).hasSize(2);
        assertThat(reason()).isEqualTo(ExitReason.OPPOSITE_SIGNAL);
    }

    @Test
    void aStopFillThatArrivesAfterTheExitHasBegunIsBooked() {
        scenario.venue.holdFills = true;
        scenario.venue.mark("1900", null);
        scenario.venue.next(OrderPurpose.EXIT, new Knob.Reject("Reduce only order would increase position."));
        scenario.run();
        scenario.sellSignal();
        scenario.venue.releaseFills();
        scenario.run();
        scenario.pass(2_000);

        assertThat(scenario.outputs(Output.TradeClosed.class).getFirst().reason())
                .isEqualTo(ExitReason.STOP_LOSS);
        assertThat(scenario.venue.of(MAIN).position(ETH).signum())
                .isEqualTo(scenario.leg(MAIN_LEG).position().size().signum());
    }
}
