package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Verdict;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Being killed at any moment, and starting with another configuration. */
class RestartScenarioTest {
    private final EngineScenario scenario = EngineScenario.started(Configs.single());

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    @Test
    void anOpenPositionIsTakenOverWithItsStopAndTarget() {
        scenario.buySignal();
        scenario.killAndRestart(30_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.sent(OrderPurpose.STOP)).hasSize(1);
        Oracle.checkRecoveryAtEveryEvent(scenario);
    }

    @Test
    void anEntryWhoseAnswerWasNeverHeardIsAskedAfter() {
        scenario.venue.deaf.add(MAIN);
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.LoseReply(true));
        scenario.venue.statusReadsFail = true;
        scenario.venue.accountReadsFail = true;
        scenario.buySignal();
        scenario.venue.statusReadsFail = false;
        scenario.venue.accountReadsFail = false;
        scenario.killAndRestart(60_000);
        scenario.pass(3_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void anEntryThatNeverLeftIsConcludedAbsent() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.Vanish());
        scenario.buySignal();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.ENTERING);
        scenario.killAndRestart(60_000);
        scenario.pass(3_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
    }

    @Test
    void protectionWhoseAnswerWasNeverHeardIsLookedAtBeforeThePositionIsLeft() {
        scenario.venue.next(OrderPurpose.STOP, new Knob.LoseReply(true));
        scenario.venue.next(OrderPurpose.TARGET, new Knob.LoseReply(true));
        scenario.venue.statusReadsFail = true;
        scenario.venue.accountReadsFail = true;
        scenario.buySignal();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPENING);
        scenario.venue.statusReadsFail = false;
        scenario.venue.accountReadsFail = false;
        scenario.killAndRestart(600_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void protectionThatNeverReachedTheVenueIsPlacedAfterTheRestart() {
        scenario.venue.next(OrderPurpose.STOP, new Knob.Vanish());
        scenario.venue.next(OrderPurpose.TARGET, new Knob.Vanish());
        scenario.buySignal();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPENING);
        scenario.killAndRestart(600_000);
        scenario.pass(3_000);

        assertThat(scenario.venue.of(MAIN).position(Configs.ETH).isZero() || scenario.state(MAIN_LEG) == LegState.OPEN)
                .isTrue();
    }

    @Test
    void whatTheVenueDidMeanwhileIsBooked() {
        scenario.buySignal();
        scenario.venue.deaf.add(MAIN);
        scenario.venue.quote("1899", "1900");
        scenario.venue.mark("1900", null);
        scenario.killAndRestart(600_000);
        scenario.pass(1_000);

        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.STOP_LOSS);
    }

    @Test
    void noIdIsUsedTwiceAfterARestart() {
        scenario.buySignal();
        scenario.killAndRestart(5_000);
        scenario.sellSignal();
        scenario.killAndRestart(5_000);
        scenario.buySignal();

        assertThat(scenario.sent(OrderPurpose.ENTRY)).hasSize(3);
    }

    @Test
    void aStrategyThatLeftTheConfigurationOnlyLeavesWhatItHolds() {
        scenario.buySignal();
        scenario.send(new SystemEvent.Configured(Configs.of()));
        scenario.sellSignal();
        scenario.buySignal();

        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.OPPOSITE_SIGNAL);
        assertThat(scenario.sent(OrderPurpose.ENTRY)).hasSize(1);
        scenario.send(new SystemEvent.Configured(Configs.single()));
        scenario.sellSignal();
        assertThat(scenario.sent(OrderPurpose.ENTRY)).hasSize(2);
    }

    @Test
    void aHedgeThatLeftTheConfigurationIsManagedUntilItIsClosed() {
        scenario.send(new SystemEvent.Configured(Configs.hedged()));
        scenario.buySignal();
        scenario.send(new SystemEvent.Configured(Configs.single()));
        assertThat(scenario.state(Configs.HEDGE_LEG)).isEqualTo(LegState.OPEN);
        scenario.sellSignal();

        assertThat(scenario.engine.isFlat()).isTrue();
    }

    @Test
    void changedParametersWarmUpFromHistoryAtOnce() {
        StrategyConfig slower = Configs.strategy(
                "macd-eth", Configs.single().strategies().getFirst().main(), null, true, "1");
        TradingConfig changed = Configs.of(new StrategyConfig(
                slower.id(),
                slower.type(),
                slower.markets(),
                slower.interval(),
                List.of(),
                slower.main(),
                null,
                slower.exits(),
                true));
        scenario.bar("2000");
        scenario.send(new SystemEvent.Configured(changed));
        scenario.send(new SystemEvent.Connected("market"));
        scenario.buySignal();

        assertThat(scenario.last(Output.BarJudged.class).verdict()).isEqualTo(Verdict.ENTER);
    }
}
