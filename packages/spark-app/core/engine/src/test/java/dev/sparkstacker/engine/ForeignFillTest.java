package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import org.junit.jupiter.api.Test;

/** Fills that no order of ours explains and that do more than reduce. */
class ForeignFillTest {
    private static final LegId OTHER_LEG = new LegId(new StrategyId("macd-two"), ETH, LegRole.MAIN);

    private static TradingConfig twoOnOneAccount(UnknownPositionPolicy policy) {
        LegConfig small = new LegConfig(MAIN, Usd.of("20"), new Leverage(10));
        return Configs.with(
                Configs.of(
                        Configs.strategy("macd-eth", null, false),
                        Configs.strategy("macd-two", small, null, false, "2")),
                policy);
    }

    private static Quantity nobodys(EngineScenario scenario) {
        return scenario.outputs(Output.FillBooked.class).stream()
                .filter(fill -> fill.leg() == null)
                .map(Output.FillBooked::booked)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    @Test
    void aFillThatFlipsThePositionEndsEveryTradeAndItsRestIsNobodys() {
        EngineScenario scenario = EngineScenario.started(twoOnOneAccount(UnknownPositionPolicy.CLOSE));
        scenario.buySignal();
        scenario.venue.foreignTrade(MAIN, Side.SELL, "0.6998", false);
        scenario.run();

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.state(OTHER_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.outputs(Output.TradeClosed.class))
                .extracting(Output.TradeClosed::reason)
                .containsOnly(ExitReason.FOREIGN);
        assertThat(nobodys(scenario)).isEqualTo(Quantity.of("0.2"));
        assertThat(scenario.incidents(IncidentCode.FOREIGN_FILL)).isEqualTo(1);
        scenario.pass(10_000);

        assertThat(scenario.venue.of(MAIN).position(ETH).isZero()).isTrue();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        Oracle.check(scenario);
    }

    @Test
    void aFillThatOpensAPositionIsNobodysAndFollowsThePolicy() {
        EngineScenario scenario = EngineScenario.started(Configs.with(Configs.single(), UnknownPositionPolicy.ADOPT));
        scenario.venue.foreignTrade(MAIN, Side.SELL, "0.25", false);
        scenario.run();
        assertThat(nobodys(scenario)).isEqualTo(Quantity.of("0.25"));
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        scenario.pass(5_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.leg(MAIN_LEG).position().side()).isEqualTo(Side.SELL);
        assertThat(scenario.incidents(IncidentCode.POSITION_ADOPTED)).isEqualTo(1);
        scenario.pass(40_000);
        Oracle.check(scenario);
    }

    @Test
    void aFillThatEnlargesIsSharedByNobodyAndHaltsByDefault() {
        EngineScenario scenario = EngineScenario.started(twoOnOneAccount(UnknownPositionPolicy.HALT));
        scenario.buySignal();
        Quantity before = scenario.leg(MAIN_LEG).position().size().abs();
        scenario.venue.foreignTrade(MAIN, Side.BUY, "0.1", false);
        scenario.run();
        scenario.pass(5_000);

        assertThat(scenario.leg(MAIN_LEG).position().size().abs()).isEqualTo(before);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void theRemainderOfAShareGoesToTheLargestEvenWhereItIsAllThereIs() {
        EngineScenario scenario = EngineScenario.started(twoOnOneAccount(UnknownPositionPolicy.HALT));
        scenario.buySignal();
        scenario.venue.foreignTrade(MAIN, Side.SELL, "0.0001", true);
        scenario.run();

        assertThat(scenario.leg(MAIN_LEG).position().size().abs()).isEqualTo(Quantity.of("0.3998"));
        assertThat(scenario.leg(OTHER_LEG).position().size().abs()).isEqualTo(Quantity.of("0.0999"));
        assertThat(scenario.incidents(IncidentCode.LIQUIDATION)).isEqualTo(1);
        scenario.pass(3_000);
        Oracle.check(scenario);
    }
}
