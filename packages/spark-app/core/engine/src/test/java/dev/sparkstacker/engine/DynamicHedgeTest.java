package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.BTC;
import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.HEDGE_LEG;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.DynamicHedge;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.engine.ScriptedStrategy.Word;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Profits and losses of an open pair that change it on a closed bar, each rule once a position. */
class DynamicHedgeTest {
    private static final LegId BTC_LEG = new LegId(MAIN_LEG.strategy(), BTC, LegRole.HEDGE);

    private EngineScenario scenario = with(null, DynamicHedge.STANDARD);

    private static EngineScenario with(@Nullable MarketId market, @Nullable DynamicHedge dynamic) {
        LegConfig leg = new LegConfig(HEDGE, Usd.of("20"), new Leverage(5));
        return EngineScenario.started(
                Configs.of(Configs.scripted(new HedgeConfig(leg, false, market, dynamic), true, 0)));
    }

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private void price(String price) {
        scenario.venue.move(ETH, price);
        scenario.run();
    }

    private Quantity hedgeHeld() {
        return scenario.leg(HEDGE_LEG).position().size().abs();
    }

    @Test
    void aWinningMainLegHalvesALosingHedgeOnce() {
        scenario.say(Word.BUY);
        price("2019");
        scenario.bar("2000");
        assertThat(hedgeHeld()).as("+9.3 % is not enough").isEqualTo(Quantity.of("0.05"));
        price("2021");
        assertThat(hedgeHeld()).as("judged on closed bars only").isEqualTo(Quantity.of("0.05"));
        scenario.bar("2000");
        assertThat(hedgeHeld()).isEqualTo(Quantity.of("0.025"));
        scenario.bar("2000");
        scenario.bar("2000");

        assertThat(hedgeHeld()).isEqualTo(Quantity.of("0.025"));
        assertThat(scenario.state(HEDGE_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.incidents(IncidentCode.HEDGE_RULE_APPLIED)).isEqualTo(1);
        Oracle.checkRecoveryAtEveryEvent(scenario);
    }

    @Test
    void aHalvedHedgeWhosePieceWouldBeUnderTheMinimumIsClosed() {
        LegConfig tiny = new LegConfig(HEDGE, Usd.of("3"), new Leverage(5));
        scenario = EngineScenario.started(
                Configs.of(Configs.scripted(new HedgeConfig(tiny, false, null, DynamicHedge.STANDARD), true, 0)));
        scenario.say(Word.BUY);
        price("2021");
        scenario.bar("2000");

        assertThat(scenario.state(HEDGE_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.HEDGE_RULE);
    }

    @Test
    void aLosingMainLegWithAWinningHedgeIsClosedAndTheHedgeWithIt() {
        scenario.say(Word.BUY);
        price("1971");
        scenario.bar("2000");
        assertThat(scenario.state(MAIN_LEG)).as("-14.7 % is not enough").isEqualTo(LegState.OPEN);
        price("1970");
        scenario.bar("2000");
        scenario.pass(2_000);

        assertThat(scenario.engine.isFlat()).isTrue();
        assertThat(scenario.outputs(Output.TradeClosed.class))
                .extracting(Output.TradeClosed::reason)
                .containsExactly(ExitReason.HEDGE_RULE, ExitReason.LINKED_LEG);
    }

    @Test
    void theRulesActAgainOnTheNextPosition() {
        scenario.say(Word.BUY);
        price("2021");
        scenario.bar("2000");
        assertThat(hedgeHeld()).isEqualTo(Quantity.of("0.025"));
        scenario.say(Word.EXIT);
        price("2000");
        scenario.say(Word.BUY);
        assertThat(hedgeHeld()).isEqualTo(Quantity.of("0.05"));
        price("2021");
        scenario.bar("2000");

        assertThat(hedgeHeld()).isEqualTo(Quantity.of("0.025"));
        assertThat(scenario.incidents(IncidentCode.HEDGE_RULE_APPLIED)).isEqualTo(2);
    }

    @Test
    void thatARuleHasActedIsRememberedAcrossARestart() {
        scenario.say(Word.BUY);
        price("2021");
        scenario.bar("2000");
        scenario.killAndRestart(1_000);
        price("2021");
        scenario.bar("2000");

        assertThat(hedgeHeld()).isEqualTo(Quantity.of("0.025"));
    }

    @Test
    void legsInDifferentMarketsThatBothLoseAreBothClosed() {
        scenario = with(BTC, DynamicHedge.STANDARD);
        scenario.say(Word.BUY);
        assertThat(scenario.state(BTC_LEG)).isEqualTo(LegState.OPEN);
        price("1979");
        scenario.venue.move(BTC, "51100");
        scenario.run();
        scenario.bar("2000");
        scenario.pass(2_000);

        assertThat(scenario.engine.isFlat()).isTrue();
        assertThat(scenario.outputs(Output.TradeClosed.class))
                .extracting(Output.TradeClosed::reason)
                .containsExactlyInAnyOrder(ExitReason.HEDGE_RULE, ExitReason.HEDGE_RULE);
        Oracle.checkRecoveryAtEveryEvent(scenario);
    }

    @Test
    void whereOnlyOneOfTwoMarketsLosesNothingIsClosed() {
        scenario = with(BTC, DynamicHedge.STANDARD);
        scenario.say(Word.BUY);
        scenario.venue.move(BTC, "51100");
        scenario.run();
        scenario.bar("2000");

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.state(BTC_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void withoutRulesNothingIsChanged() {
        scenario = with(null, null);
        scenario.say(Word.BUY);
        price("2030");
        scenario.bar("2000");
        price("1960");
        scenario.bar("2000");

        assertThat(hedgeHeld()).isEqualTo(Quantity.of("0.05"));
        assertThat(scenario.sent(OrderPurpose.EXIT)).isEmpty();
        assertThat(scenario.incidents(IncidentCode.HEDGE_RULE_APPLIED)).isZero();
    }
}
