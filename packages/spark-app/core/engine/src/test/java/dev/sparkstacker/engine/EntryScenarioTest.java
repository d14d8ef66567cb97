package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Verdict;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a signal to a protected position. */
class EntryScenarioTest {
    private EngineScenario scenario = EngineScenario.started(Configs.single());

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    @Test
    void historyWarmsUpSoThatTheFirstLiveBarTrades() {
        scenario.buySignal();

        List<Output.BarJudged> judged = scenario.outputs(Output.BarJudged.class);
        assertThat(judged.getLast().verdict()).isEqualTo(Verdict.ENTER);
        assertThat(judged).noneMatch(bar -> bar.verdict() == Verdict.WARMING_UP);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void aBarThatDoesNotTradeSaysWhy() {
        scenario.bar("2000");
        scenario.bar("2000");

        List<Output.BarJudged> judged = scenario.outputs(Output.BarJudged.class);
        assertThat(judged).isNotEmpty().allSatisfy(bar -> {
            assertThat(bar.verdict()).isEqualTo(Verdict.NO_TRADE);
            assertThat(bar.reason()).isNotNull();
            assertThat(bar.conditions()).anyMatch(condition -> !condition.met());
        });
        assertThat(scenario.sent).isEmpty();
    }

    @Test
    void anEntryIsAnIocWithinTheCapAndIsProtectedByAStopAndATarget() {
        scenario.buySignal();

        OrderRequest entry = scenario.sent(OrderPurpose.ENTRY).getFirst();
        assertThat(entry.timeInForce()).isEqualTo(TimeInForce.IOC);
        assertThat(entry.size()).isEqualTo(Quantity.of("0.3999"));
        assertThat(entry.limit()).isEqualTo(Price.of("2010.5"));
        OrderRequest stop = scenario.sent(OrderPurpose.STOP).getFirst();
        OrderRequest target = scenario.sent(OrderPurpose.TARGET).getFirst();
        assertThat(stop.side()).isEqualTo(Side.SELL);
        assertThat(stop.reduceOnly()).isTrue();
        assertThat(scenario.leg(MAIN_LEG).guard().stopPrice()).isEqualTo(Price.of("1900.5"));
        assertThat(stop.limit()).isEqualTo(Price.of("1710.4"));
        assertThat(scenario.leg(MAIN_LEG).guard().targetPrice()).isEqualTo(Price.of("2200.5"));
        assertThat(target.limit()).isEqualTo(Price.of("1980.4"));
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.last(Output.LegChanged.class).detail()).isEqualTo("protected");
    }

    @Test
    void aShortIsProtectedAboveAndBelow() {
        scenario.sellSignal();

        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.SELL);
        assertThat(scenario.leg(MAIN_LEG).guard().stopPrice()).isEqualTo(Price.of("2099.4"));
        assertThat(scenario.leg(MAIN_LEG).guard().targetPrice()).isEqualTo(Price.of("1799.6"));
        assertThat(scenario.sent(OrderPurpose.STOP).getFirst().limit()).isEqualTo(Price.of("2309.4"));
    }

    @Test
    void anEntryThatDoesNotFillLeavesNothingBehind() {
        scenario.venue.next(
                OrderPurpose.ENTRY, new Knob.Reject("Order could not immediately match against any resting orders."));
        scenario.buySignal();

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.sent(OrderPurpose.STOP)).isEmpty();
    }

    @Test
    void aPartialEntryIsProtectedForWhatItFilled() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.Pieces(List.of(Quantity.of("0.1"), Quantity.of("0.05"))));
        scenario.buySignal();

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.leg(MAIN_LEG).position().size().abs()).isEqualTo(Quantity.of("0.15"));
    }

    @Test
    void anEntryThatFillsInManyPiecesIsKept() {
        scenario.venue.next(
                OrderPurpose.ENTRY,
                new Knob.Pieces(List.of(
                        Quantity.of("0.05"),
                        Quantity.of("0.05"),
                        Quantity.of("0.05"),
                        Quantity.of("0.05"),
                        Quantity.of("0.05"),
                        Quantity.of("0.05"),
                        Quantity.of("0.0999"))));
        scenario.buySignal();

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.leg(MAIN_LEG).position().size().abs()).isEqualTo(Quantity.of("0.3999"));
    }

    @Test
    void fillsBeforeTheAcknowledgementAndFillsToldTwiceAreBookedOnce() {
        scenario.venue.fillsFirst = true;
        scenario.venue.fillsTwice = true;
        scenario.buySignal();

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.outputs(Output.FillBooked.class)).hasSize(1);
    }

    @Test
    void anAcknowledgedFillThatComesLateIsWaitedFor() {
        scenario.venue.holdFills = true;
        scenario.bar("2010");
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.ENTERING);
        scenario.venue.releaseFills();
        scenario.run();

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void aRejectedStopFlattensThePosition() {
        scenario.venue.next(OrderPurpose.STOP, new Knob.Reject("Invalid TP/SL price."));
        scenario.buySignal();

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.PROTECTION_MISSING);
        assertThat(scenario.venue.of(MAIN).position(Configs.ETH).isZero()).isTrue();
    }

    @Test
    void aStopThatIsNeverAcknowledgedFlattensThePositionAfterTwoSeconds() {
        scenario.venue.next(OrderPurpose.STOP, new Knob.Vanish());
        scenario.buySignal();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPENING);
        scenario.pass(1_500);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPENING);
        scenario.pass(30_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.PROTECTION_MISSING);
    }

    @Test
    void aFastVenueClockDoesNotCallProtectionLateBeforeTheMachineDoes() {
        scenario = EngineScenario.startedAtSpeed(Configs.single(), 60);
        scenario.venue.next(OrderPurpose.STOP, new Knob.Vanish());
        scenario.buySignal();
        scenario.pass(20_000);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPENING);
        scenario.pass(12_000);

        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.PROTECTION_MISSING);
        scenario.pass(1_800_000);
    }

    @Test
    void recoveryFromASnapshotAfterAnyEventIsEqual() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.Pieces(List.of(Quantity.of("0.1"), Quantity.of("0.05"))));
        scenario.buySignal();
        scenario.sellSignal();

        Oracle.checkRecoveryAtEveryEvent(scenario);
    }
}
