package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.engine.ScriptedStrategy.Word;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What trips a breaker, what follows, and who lets trading go on. */
class BreakerScenarioTest {
    private static final String WHO = "cli:alice";

    private EngineScenario scenario = EngineScenario.unstarted(Configs.single());

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private Output.BreakerChanged change() {
        return scenario.last(Output.BreakerChanged.class);
    }

    private Output.RequestAnswered answer() {
        return scenario.last(Output.RequestAnswered.class);
    }

    private Reason denial() {
        return scenario.last(Output.EntryDenied.class).reason();
    }

    private void reset(String breaker, String reason) {
        scenario.send(new OperatorEvent.BreakerResetRequested(7, WHO, breaker, reason));
    }

    /** The mark price falls; the stop at 1900.5 is not reached. */
    private void fallTo(String mark) {
        scenario.venue.quote(mark, mark);
        scenario.venue.mark(mark, null);
        scenario.run();
    }

    @Test
    void aFallingMarkPriceTripsTheDailyLossWithoutAnyOtherEvent() {
        scenario = EngineScenario.started(
                new RiskConfigs().losing("46", null, null).scripted());
        scenario.say(Word.BUY);
        int events = scenario.journal.entries().size();
        Price mark = Price.of("1880");
        scenario.send(new MarketEvent.ContextChanged(ETH, mark, mark, Rate.ZERO));
        long fall = scenario.journal.entries().get(events).event().sequence();
        assertThat(change().cause().sequence()).as("by the fall itself").isEqualTo(fall);
        assertThat(change().to()).isEqualTo(BreakerStage.TRIPPED);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void anEntryThatCouldLoseMoreThanIsLeftForTodayIsDenied() {
        scenario = EngineScenario.started(
                new RiskConfigs().losing("30", null, null).scripted());
        scenario.say(Word.BUY);
        assertThat(denial()).as("44 USD at the stop are more than 30").isEqualTo(Reason.DAILY_BUDGET);
    }

    @Test
    void haltKeepsThePositionAndItsStopAndAResetByAPersonGoesOn() {
        scenario = EngineScenario.started(
                new RiskConfigs().losing("45", null, null).scripted());
        scenario.say(Word.BUY);
        fallTo("1909");
        assertThat(change().to()).as("36.59 and fees of 45: 80 %").isEqualTo(BreakerStage.WARNING);
        scenario.venue.fund(MAIN, "-12");
        scenario.run();
        assertThat(change().to()).isEqualTo(BreakerStage.TRIPPED);
        assertThat(change().action()).isEqualTo(BreakerAction.HALT);
        assertThat(change().name()).isEqualTo("daily-loss");
        assertThat(change().threshold()).isEqualTo(">= 45 USD");
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.venue.of(MAIN).resting()).hasSize(2);

        scenario.send(new OperatorEvent.ResumeRequested(1, WHO, "go on"));
        assertThat(answer().accepted()).as("a resume is no reset").isFalse();
        assertThat(answer().message()).contains("daily-loss").contains("reset it");
        reset("daily-loss", " ");
        assertThat(answer().accepted()).isFalse();
        assertThat(answer().message()).contains("needs a reason");
        reset("daly-loss", "typo");
        assertThat(answer().message()).contains("there is no breaker \"daly-loss\"; there are daily-loss");
        reset("daily-loss", "I looked into it");
        assertThat(answer().accepted()).isTrue();
        assertThat(change().to()).isEqualTo(BreakerStage.NORMAL);
        assertThat(change().by()).isEqualTo(WHO);
        assertThat(change().reason()).isEqualTo("I looked into it");
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void aTrippedBreakerIsToldAgainAfterARestart() {
        scenario = EngineScenario.started(
                new RiskConfigs().losing("45", null, null).scripted());
        scenario.say(Word.BUY);
        scenario.venue.fund(MAIN, "-46");
        scenario.run();
        int before = scenario.outputs(Output.BreakerChanged.class).size();
        scenario.killAndRestart(5_000);
        Output.BreakerChanged again =
                scenario.outputs(Output.BreakerChanged.class).get(before);
        assertThat(again.name()).isEqualTo("daily-loss");
        assertThat(again.from()).isEqualTo(BreakerStage.TRIPPED);
        assertThat(again.to()).isEqualTo(BreakerStage.TRIPPED);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void flattenClosesEverythingAndThenHalts() {
        RiskConfigs config = new RiskConfigs().losing("45", null, null).onDailyLoss(BreakerAction.FLATTEN, 0);
        scenario = EngineScenario.started(config.scripted());
        scenario.say(Word.BUY);
        scenario.venue.next(OrderPurpose.EXIT, new Knob.Reject("no match"));
        scenario.venue.fund(MAIN, "-46");
        scenario.run();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.FLATTENING);
        assertThat(scenario.venue.of(MAIN).resting())
                .as("stops go when the venue says flat")
                .hasSize(2);
        scenario.pass(3_000);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.BREAKER);
        assertThat(scenario.venue.of(MAIN).position(ETH).isZero()).isTrue();
        assertThat(scenario.venue.of(MAIN).resting()).isEmpty();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        reset("daily-loss", "funding was a glitch");
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void aBreakerOfOneMarketLeavesTradingActiveAndEndsOnlyItsOwnEntries() {
        RiskConfigs config =
                new RiskConfigs().losingIn(new RiskScope.OfMarket(ETH), "45").onDailyLoss(BreakerAction.FLATTEN, 0);
        scenario = EngineScenario.started(config.scripted());
        scenario.say(Word.BUY);
        scenario.venue.fund(MAIN, "-46");
        scenario.run();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        scenario.pass(2_000);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        scenario.say(Word.BUY);
        assertThat(denial()).isEqualTo(Reason.BREAKER_TRIPPED);
        assertThat(scenario.last(Output.EntryDenied.class).value()).startsWith("daily-loss@market:ETH at ");
    }

    @Test
    void aWarningHalvesTheNextEntry() {
        scenario = EngineScenario.started(
                new RiskConfigs().losing(null, "60", null).scripted());
        scenario.say(Word.BUY);
        scenario.venue.fund(MAIN, "-50");
        scenario.run();
        assertThat(change().to()).isEqualTo(BreakerStage.WARNING);
        scenario.say(Word.EXIT);
        scenario.say(Word.BUY);
        List<Quantity> sizes = scenario.sent(OrderPurpose.ENTRY).stream()
                .map(order -> order.size())
                .toList();
        assertThat(sizes).containsExactly(Quantity.of("0.3999"), Quantity.of("0.1999"));
    }

    @Test
    void theCoolOffResetsItOnceItIsOver() {
        RiskConfigs config = new RiskConfigs().losing("45", null, null).onDailyLoss(BreakerAction.HALT, 600_000);
        scenario = EngineScenario.started(config.scripted());
        scenario.say(Word.BUY);
        scenario.venue.fund(MAIN, "-46");
        scenario.run();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        scenario.pass(590_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        scenario.pass(15_000);
        assertThat(change().by()).isEqualTo("cool-off");
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void aHaltByAPersonOutlivesTheBreakersReset() {
        scenario = EngineScenario.started(
                new RiskConfigs().losing("45", null, null).scripted());
        scenario.say(Word.BUY);
        scenario.venue.fund(MAIN, "-46");
        scenario.run();
        scenario.send(new OperatorEvent.HaltRequested(1, WHO, "I want to look"));
        reset("daily-loss", "looked");
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        scenario.send(new OperatorEvent.ResumeRequested(2, WHO, "done"));
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void lossesInARowStopEntries() {
        scenario =
                EngineScenario.started(new RiskConfigs().losing(null, null, 2).scripted());
        for (int i = 0; i < 2; i++) {
            scenario.say(Word.BUY);
            scenario.say(Word.EXIT);
        }
        assertThat(change().name()).isEqualTo("loss-streak");
        assertThat(change().value()).isEqualTo("2");
        scenario.say(Word.BUY);
        assertThat(denial()).isEqualTo(Reason.BREAKER_TRIPPED);
    }

    @Test
    void ordersThatTheVenueRefusesStopTheAccount() {
        scenario = EngineScenario.started(new RiskConfigs().usualOrderErrors().scripted());
        scenario.say(Word.BUY);
        for (int i = 0; i < 12; i++) {
            scenario.venue.next(OrderPurpose.EXIT, new Knob.Reject("no match"));
        }
        scenario.say(Word.EXIT);
        scenario.pass(15_000);
        assertThat(scenario.outputs(Output.BreakerChanged.class))
                .filteredOn(change -> change.to() == BreakerStage.TRIPPED)
                .extracting(Output.BreakerChanged::name)
                .contains("order-errors@account:main");
        assertThat(scenario.state(MAIN_LEG)).as("exits go on").isEqualTo(LegState.FLAT);
        scenario.say(Word.BUY);
        assertThat(denial()).isEqualTo(Reason.BREAKER_TRIPPED);
    }

    @Test
    void tooManyRequestsStopTheAccountForAWhile() {
        scenario = EngineScenario.started(Configs.scripted());
        for (int i = 0; i < 5; i++) {
            scenario.send(new AccountEvent.RateLimited(MAIN, "order", "HTTP 429"));
        }
        assertThat(change().name()).isEqualTo("rate-limit@account:main");
        scenario.say(Word.BUY);
        assertThat(denial()).isEqualTo(Reason.BREAKER_TRIPPED);
        scenario.pass(305_000);
        assertThat(change().by()).isEqualTo("cool-off");
        scenario.say(Word.BUY);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void aMarketThatTellsNothingIsNotEnteredUntilItHasSpokenForAWhile() {
        scenario = EngineScenario.started(new RiskConfigs().usualBreakers().scripted());
        scenario.clocks.forward(61_000);
        scenario.run();
        assertThat(change().name()).isEqualTo("stale-data@market:ETH");
        assertThat(change().value()).isEqualTo("61000 ms");
        scenario.pass(50_000);
        assertThat(change().to()).isEqualTo(BreakerStage.TRIPPED);
        scenario.pass(20_000);
        assertThat(change().to()).isEqualTo(BreakerStage.NORMAL);
    }

    @Test
    void aProvenDifferenceTripsTheAccountsReconciliation() {
        scenario = EngineScenario.started(Configs.scripted());
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.3");
        scenario.pass(35_000);
        assertThat(scenario.outputs(Output.BreakerChanged.class))
                .extracting(Output.BreakerChanged::name)
                .contains("reconciliation@account:main");
        scenario.venue.hiddenTrade(MAIN, Side.SELL, "0.3");
        scenario.pass(35_000);
    }

    @Test
    void theAccountOfTheOtherLegIsStoppedOnItsOwnAndSurvivesARestart() {
        scenario = EngineScenario.started(Configs.scripted());
        scenario.send(new OperatorEvent.PartialHaltRequested(1, WHO, new HaltScope.OneAccount(MAIN), "audit"));
        scenario.send(new OperatorEvent.PartialHaltRequested(2, WHO, new HaltScope.OneAccount(HEDGE), "audit"));
        assertThat(answer().accepted()).isTrue();
        assertThat(scenario.engine.tradingState()).as("nothing else is halted").isEqualTo(TradingState.ACTIVE);
        scenario.killAndRestart(5_000);
        scenario.say(Word.BUY);
        assertThat(denial()).isEqualTo(Reason.KILL_SWITCH);
        assertThat(scenario.last(Output.EntryDenied.class).value()).isEqualTo("account main by cli:alice: audit");
        scenario.send(new OperatorEvent.PartialResumeRequested(3, WHO, new HaltScope.OneAccount(MAIN), "done"));
        assertThat(answer().message()).contains("account main may enter again").contains("account hedge");
        scenario.say(Word.BUY);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.outputs(Output.KillSwitchChanged.class))
                .extracting(Output.KillSwitchChanged::pulled)
                .as("both are told again to the new process's readers")
                .containsExactly(true, true, true, true, false);
    }

    @Test
    void aMarketAndAStrategyHaveSwitchesOfTheirOwn() {
        scenario = EngineScenario.started(Configs.scripted());
        scenario.send(new OperatorEvent.PartialHaltRequested(1, WHO, new HaltScope.OneMarket(ETH), "news"));
        scenario.send(new OperatorEvent.PartialHaltRequested(
                2, WHO, new HaltScope.OneStrategy(MAIN_LEG.strategy()), "odd signals"));
        scenario.say(Word.BUY);
        assertThat(denial()).isEqualTo(Reason.KILL_SWITCH);
        scenario.send(new OperatorEvent.ResumeRequested(3, WHO, "everything"));
        assertThat(answer().message())
                .as("a resume of everything releases no part")
                .contains("still stopped: kill switch strategy macd-eth")
                .contains("kill switch market ETH");
        scenario.say(Word.BUY);
        assertThat(denial()).isEqualTo(Reason.KILL_SWITCH);
        scenario.send(new OperatorEvent.PartialResumeRequested(4, WHO, new HaltScope.OneMarket(ETH), "calm"));
        scenario.send(new OperatorEvent.PartialResumeRequested(5, WHO, new HaltScope.OneMarket(ETH), "twice"));
        assertThat(answer().accepted()).isFalse();
    }
}
