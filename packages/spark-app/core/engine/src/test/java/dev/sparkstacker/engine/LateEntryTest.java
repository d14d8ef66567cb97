package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.HEDGE_LEG;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An entry that fills after it was concluded absent, and links that break. */
class LateEntryTest {
    private EngineScenario scenario = EngineScenario.started(Configs.hedged());

    /** An entry on the main account that the venue has no record of, concluded absent. */
    private OrderRequest absentEntry() {
        scenario.venue.next(MAIN, OrderPurpose.ENTRY, new Knob.LoseReply(false));
        scenario.buySignal();
        scenario.pass(12_000);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        return scenario.sent(OrderPurpose.ENTRY).getFirst();
    }

    private void executes(OrderRequest order, String size) {
        scenario.venue.executeAbsent(MAIN, order, Quantity.of(size));
        scenario.run();
    }

    @Test
    void itIsProtectedAndItsHedgeFollows() {
        executes(absentEntry(), "0.3999");

        assertThat(scenario.incidents(IncidentCode.LATE_ENTRY_FILL)).isEqualTo(1);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.state(HEDGE_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.leg(HEDGE_LEG).position().side()).isEqualTo(Side.SELL);
        Oracle.check(scenario);
        Oracle.checkRecoveryAtEveryEvent(scenario);
    }

    @Test
    void inPiecesTheHedgeIsEnteredOnceAndTheStopCoversAll() {
        OrderRequest entry = absentEntry();
        executes(entry, "0.1");
        executes(entry, "0.2");

        assertThat(scenario.leg(MAIN_LEG).position().size().abs()).isEqualTo(Quantity.of("0.3"));
        assertThat(scenario.sent(OrderPurpose.ENTRY)).hasSize(2);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        Oracle.check(scenario);
    }

    @Test
    void whereTheHedgeIsNotAllowedTheMainLegIsUnwound() {
        OrderRequest entry = absentEntry();
        scenario.send(new OperatorEvent.HaltRequested(1, "cli:test", "lunch"));
        executes(entry, "0.3999");
        scenario.pass(3_000);

        assertThat(scenario.engine.isFlat()).isTrue();
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.LINKED_LEG);
        assertThat(scenario.incidents(IncidentCode.HEDGE_LEG_FAILED)).isEqualTo(1);
        Oracle.check(scenario);
    }

    @Test
    void aHedgeThatFillsAfterItsMainLegWasUnwoundIsLeft() {
        scenario.venue.next(HEDGE, OrderPurpose.ENTRY, new Knob.LoseReply(false));
        scenario.buySignal();
        scenario.pass(20_000);
        assertThat(scenario.engine.isFlat()).isTrue();
        OrderRequest hedge = scenario.sent(OrderPurpose.ENTRY).getLast();
        assertThat(hedge.leg()).isEqualTo(HEDGE_LEG);
        scenario.venue.executeAbsent(HEDGE, hedge, Quantity.of("0.05"));
        scenario.run();
        scenario.pass(3_000);

        assertThat(scenario.engine.isFlat()).isTrue();
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.LINKED_LEG);
        Oracle.check(scenario);
    }

    @Test
    void againstANewPositionItClosesThatAndOpensWithTheRest() {
        scenario = EngineScenario.started(Configs.single());
        OrderRequest entry = absentEntry();
        scenario.venue.next(MAIN, OrderPurpose.ENTRY, new Knob.Pieces(List.of(Quantity.of("0.1"))));
        scenario.sellSignal();
        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.SELL);
        executes(entry, "0.3999");

        assertThat(scenario.outputs(Output.TradeClosed.class)).hasSize(1);
        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.BUY);
        assertThat(scenario.leg(MAIN_LEG).position().size().abs()).isEqualTo(Quantity.of("0.2999"));
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        scenario.pass(2_000);
        Oracle.check(scenario);
    }

    @Test
    void aHedgeThatCannotBeProtectedTakesTheMainLegWithIt() {
        scenario.venue.next(HEDGE, OrderPurpose.STOP, new Knob.Reject("Invalid TP/SL price."));
        scenario.buySignal();
        scenario.pass(3_000);

        assertThat(scenario.engine.isFlat()).isTrue();
        assertThat(scenario.incidents(IncidentCode.HEDGE_LEG_FAILED)).isEqualTo(1);
        assertThat(scenario.outputs(Output.TradeClosed.class))
                .extracting(Output.TradeClosed::reason)
                .containsExactly(ExitReason.PROTECTION_MISSING, ExitReason.LINKED_LEG);
        Oracle.check(scenario);
    }

    @Test
    void aLiquidatedHedgeTakesTheMainLegWithIt() {
        scenario.buySignal();
        scenario.venue.foreignTrade(HEDGE, Side.BUY, "0.05", true);
        scenario.run();
        scenario.pass(3_000);

        assertThat(scenario.engine.isFlat()).isTrue();
        assertThat(scenario.outputs(Output.TradeClosed.class))
                .extracting(Output.TradeClosed::reason)
                .containsExactly(ExitReason.LIQUIDATION, ExitReason.LINKED_LEG);
        Oracle.check(scenario);
    }
}
