package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.HEDGE_LEG;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two linked legs on two accounts. */
class HedgeScenarioTest {
    private EngineScenario scenario = EngineScenario.started(Configs.hedged());

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private void bothAre(LegState state) {
        assertThat(scenario.state(MAIN_LEG)).as("main").isEqualTo(state);
        assertThat(scenario.state(HEDGE_LEG)).as("hedge").isEqualTo(state);
    }

    @Test
    void theHedgeIsEnteredOppositeOnTheOtherAccountAndProtected() {
        scenario.buySignal();

        bothAre(LegState.OPEN);
        assertThat(scenario.leg(HEDGE_LEG).position().side()).isEqualTo(Side.SELL);
        assertThat(scenario.leg(HEDGE_LEG).account()).isEqualTo(HEDGE);
        assertThat(scenario.leg(HEDGE_LEG).position().size().abs()).isEqualTo(Quantity.of("0.05"));
        assertThat(scenario.leg(HEDGE_LEG).correlationId())
                .isEqualTo(scenario.leg(MAIN_LEG).correlationId());
    }

    @Test
    void theOppositeSignalClosesBothAndReversesBoth() {
        scenario.buySignal();
        scenario.sellSignal();

        bothAre(LegState.OPEN);
        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.SELL);
        assertThat(scenario.leg(HEDGE_LEG).position().side()).isEqualTo(Side.BUY);
        assertThat(scenario.outputs(Output.TradeClosed.class))
                .extracting(Output.TradeClosed::reason)
                .containsExactly(ExitReason.OPPOSITE_SIGNAL, ExitReason.LINKED_LEG);
        Oracle.checkRecoveryAtEveryEvent(scenario);
    }

    @Test
    void theMainStopUnwindsTheHedge() {
        scenario.buySignal();
        scenario.venue.quote("1899", "1900");
        scenario.venue.mark("1900", null);
        scenario.run();

        bothAre(LegState.FLAT);
    }

    @Test
    void theHedgesOwnStopLeavesTheMainLegAlone() {
        scenario.buySignal();
        scenario.venue.quote("2099", "2100");
        scenario.venue.mark("2100", null);
        scenario.run();

        assertThat(scenario.state(HEDGE_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void aRejectedHedgeUnwindsTheMainLeg() {
        scenario.venue.next(HEDGE, OrderPurpose.ENTRY, new Knob.Reject("Insufficient margin to place order."));
        scenario.buySignal();
        scenario.pass(2_000);

        bothAre(LegState.FLAT);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.LINKED_LEG);
        assertThat(scenario.incidents("hedge_leg_failed")).isEqualTo(1);
    }

    @Test
    void aHedgeThatWouldBeDeniedKeepsTheMainLegFromEntering() {
        RiskConfig oneOnly = Configs.risk("1000", "3000", 1, 10);
        scenario = EngineScenario.started(Configs.of(oneOnly, Configs.strategy("macd-eth", Configs.hedge(), true)));
        scenario.buySignal();

        bothAre(LegState.FLAT);
        assertThat(scenario.sent).isEmpty();
        assertThat(scenario.outputs(Output.EntryDenied.class))
                .extracting(Output.EntryDenied::reason)
                .containsExactly(Reason.MAX_CONCURRENT_POSITIONS, Reason.LINKED_LEG_FAILED);
    }

    @Test
    void aHedgeDeniedAfterTheMainLegEnteredUnwindsIt() {
        scenario.venue.holdFills = true;
        scenario.buySignal();
        scenario.disconnect(HEDGE);
        scenario.venue.releaseFills();
        scenario.run();
        scenario.pass(3_000);

        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.LINKED_LEG);
        bothAre(LegState.FLAT);
        scenario.connect(HEDGE);
    }

    @Test
    void aHedgeThatStaysUnknownUnwindsTheMainLegAndIsLeftWhenItTurnsUp() {
        scenario.venue.next(HEDGE, OrderPurpose.ENTRY, new Knob.LoseReply(true));
        scenario.venue.deaf.add(HEDGE);
        scenario.venue.statusReadsFail = true;
        scenario.venue.accountReadsFail = true;
        scenario.bar("2010");
        scenario.pass(9_000);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        scenario.pass(3_000);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        scenario.venue.deaf.remove(HEDGE);
        scenario.venue.statusReadsFail = false;
        scenario.venue.accountReadsFail = false;
        scenario.pass(30_000);

        bothAre(LegState.FLAT);
        assertThat(scenario.venue.of(MAIN).resting()).isEmpty();
    }

    @Test
    void aHedgeThatFailsAfterTheMainLegClosedIsNoReasonToDropTheReversal() {
        scenario.venue.next(HEDGE, OrderPurpose.ENTRY, new Knob.LoseReply(false));
        scenario.bar("2010");
        assertThat(scenario.state(HEDGE_LEG)).isEqualTo(LegState.ENTERING);
        scenario.venue.foreignTrade(MAIN, Side.SELL, "0.3999", false);
        scenario.run();
        scenario.pass(15_000);

        bothAre(LegState.FLAT);
        assertThat(scenario.incidents("hedge_leg_failed")).isZero();
    }
}
