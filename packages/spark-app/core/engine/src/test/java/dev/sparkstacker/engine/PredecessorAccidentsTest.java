package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.HEDGE_LEG;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.SizingConfig;
import dev.sparkstacker.domain.config.SizingMethod;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.engine.ScriptedStrategy.Word;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere and cost money, told with the whole engine: it cannot happen here. */
class PredecessorAccidentsTest {
    private static final Knob.Reject NO_MATCH =
            new Knob.Reject("Order could not immediately match against any resting orders.");

    private EngineScenario scenario = EngineScenario.unstarted(Configs.single());

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private Output.EntryDenied denied() {
        return scenario.last(Output.EntryDenied.class);
    }

    private List<Output.BreakerChanged> trips(BreakerKind kind) {
        return scenario.outputs(Output.BreakerChanged.class).stream()
                .filter(change -> change.breaker() == kind && change.to() == BreakerStage.TRIPPED)
                .toList();
    }

    /** Buys 0.3999 ETH at 2000.5 and is stopped out at 1880: about 49 USD are lost. */
    private void loseABit() {
        scenario.say(Word.BUY);
        scenario.venue.move(ETH, "1880");
        scenario.run();
        scenario.venue.move(ETH, "2000");
        scenario.run();
        assertThat(scenario.last(Output.TradeClosed.class).netPnl()).isBetween(Usd.of("-50"), Usd.of("-48"));
    }

    @Test
    void configuredOneTimesTradedTwentyFiveTimes() {
        RiskConfigs config = new RiskConfigs();
        config.leg = new LegConfig(MAIN, Usd.of("80"), new Leverage(1));
        scenario = EngineScenario.unstarted(config.scripted());
        scenario.venue.leverageReadBack = new Leverage(25);
        scenario.start();
        scenario.say(Word.BUY);
        assertThat(scenario.venue.received)
                .filteredOn(Command.SetLeverage.class::isInstance)
                .extracting(command -> ((Command.SetLeverage) command).leverage())
                .as("what was asked for")
                .containsOnly(new Leverage(1));
        assertThat(denied().reason()).isEqualTo(Reason.LEVERAGE_UNCONFIRMED);
        assertThat(denied().value()).isEqualTo("25x");
        assertThat(scenario.sent).as("nothing is traded at 25x").isEmpty();
    }

    @Test
    void planned737Filled12AndProcessed() {
        scenario = EngineScenario.started(Configs.scripted());
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.Pieces(List.of(Quantity.of("0.0651"))));
        scenario.say(Word.BUY);
        OrderRequest entry = scenario.sent(OrderPurpose.ENTRY).getFirst();
        assertThat(entry.size()).as("planned").isEqualTo(Quantity.of("0.3999"));
        assertThat(scenario.leg(MAIN_LEG).position().size().abs())
                .as("held is what was filled")
                .isEqualTo(Quantity.of("0.0651"));
        assertThat(scenario.sent(OrderPurpose.STOP))
                .extracting(OrderRequest::size)
                .as("and that is what is protected")
                .containsExactly(Quantity.of("0.0651"));
    }

    @Test
    void aRejectedOrderRecordedAsATrade() {
        scenario = EngineScenario.started(Configs.scripted());
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.Reject("Insufficient margin to place order."));
        scenario.say(Word.BUY);
        assertThat(scenario.last(Output.OrderChanged.class).state()).isEqualTo(OrderState.REJECTED);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.outputs(Output.FillBooked.class)).isEmpty();
        assertThat(scenario.outputs(Output.TradeClosed.class)).isEmpty();
    }

    @Test
    void aCloseThatNeverClosed() {
        scenario = EngineScenario.started(Configs.scripted());
        scenario.say(Word.BUY);
        for (int i = 0; i < 6; i++) {
            scenario.venue.next(OrderPurpose.EXIT, NO_MATCH);
        }
        scenario.say(Word.EXIT);
        assertThat(scenario.state(MAIN_LEG))
                .as("not closed because it was asked for")
                .isEqualTo(LegState.EXITING);
        assertThat(scenario.outputs(Output.TradeClosed.class)).isEmpty();
        assertThat(scenario.venue.of(MAIN).resting()).as("stop and target stay").hasSize(2);
        scenario.pass(10_000);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.venue.of(MAIN).position(ETH).isZero()).isTrue();
        assertThat(scenario.outputs(Output.TradeClosed.class)).hasSize(1);
    }

    @Test
    void drawdownOfTwentyPercentTakenAsTwentyCents() {
        RiskConfigs config = new RiskConfigs();
        config.losses = new LimitSet.Losses(null, new LossLimit(null, Pct.of("20")), null);
        scenario = EngineScenario.started(config.scripted());
        loseABit();
        assertThat(trips(BreakerKind.DRAWDOWN))
                .as("49 USD of 10000 are not 20 %")
                .isEmpty();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);

        Oracle.check(scenario);
        config.losses = new LimitSet.Losses(null, new LossLimit(null, Pct.of("0.2")), null);
        scenario = EngineScenario.started(config.scripted());
        loseABit();
        assertThat(trips(BreakerKind.DRAWDOWN)).hasSize(1);
        assertThat(trips(BreakerKind.DRAWDOWN).getFirst().threshold())
                .as("0.2 %% of two accounts of 10000 USD")
                .isEqualTo(">= 40 USD");
    }

    @Test
    void usdSentAsCoins() {
        RiskConfigs config = new RiskConfigs();
        config.leg = new LegConfig(MAIN, Usd.of("7"), new Leverage(10));
        scenario = EngineScenario.started(config.scripted());
        scenario.say(Word.BUY);
        assertThat(scenario.sent(OrderPurpose.ENTRY).getFirst().size())
                .as("70 USD of ETH, not 70 ETH")
                .isEqualTo(Quantity.of("0.0349"));
    }

    @Test
    void aNegativeTakeProfit() {
        StrategyConfig usual = Configs.scripted(null, true, 0);
        StrategyConfig tooFar = new StrategyConfig(
                usual.id(),
                usual.type(),
                usual.markets(),
                usual.interval(),
                usual.parameters(),
                usual.main(),
                null,
                new ExitConfig(Rate.of("0.05"), Rate.of("1.2"), 86_400_000),
                true);
        scenario = EngineScenario.started(Configs.of(tooFar));
        scenario.say(Word.SELL);
        assertThat(denied().reason()).isEqualTo(Reason.TARGET_INVALID);
        assertThat(scenario.sent)
                .as("a target 120 % below the entry is no price")
                .isEmpty();
    }

    @Test
    void aStopSizedAtOnePriceAndPlacedAtAnother() {
        RiskConfigs config =
                new RiskConfigs().sized(new SizingConfig(new SizingMethod.RiskBased(Pct.of("0.1")), false));
        scenario = EngineScenario.started(config.scripted());
        scenario.venue.executionPrice = Price.of("2004");
        scenario.say(Word.BUY_WITH_PLAN, "1960.5");
        Output.EntryJudged judged = scenario.last(Output.EntryJudged.class);
        assertThat(judged.size())
                .as("10 USD over the 40 USD from 2000.5 to 1960.5")
                .isEqualTo(Quantity.of("0.25"));
        assertThat(judged.riskLeft()).isEqualTo(Usd.of("10"));
        assertThat(scenario.leg(MAIN_LEG).position().entryPrice()).isEqualTo(Price.of("2004"));
        assertThat(scenario.leg(MAIN_LEG).guard().stopPrice())
                .as("the stop that sized it, wherever it filled")
                .isEqualTo(Price.of("1960.5"));
        scenario.venue.executionPrice = null;
    }

    @Test
    void theConfiguredStopIsTheOneThatSizedIt() {
        RiskConfigs config =
                new RiskConfigs().sized(new SizingConfig(new SizingMethod.RiskBased(Pct.of("0.1")), false));
        scenario = EngineScenario.started(config.scripted());
        scenario.venue.executionPrice = Price.of("2008");
        scenario.say(Word.BUY);
        Price stop = scenario.leg(MAIN_LEG).guard().stopPrice();
        assertThat(stop)
                .as("5 % below the touch that was seen, not below the fill")
                .isEqualTo(Price.of("1900.5"));
        Output.EntryJudged judged = scenario.last(Output.EntryJudged.class);
        assertThat(judged.riskLeft()).isEqualTo(Price.of("100").times(judged.size()));
        scenario.venue.executionPrice = null;
    }

    @Test
    void aRollbackThatCannotFill() {
        scenario = EngineScenario.started(Configs.hedged());
        scenario.venue.next(HEDGE, OrderPurpose.ENTRY, NO_MATCH);
        scenario.venue.next(MAIN, OrderPurpose.EXIT, NO_MATCH);
        scenario.venue.next(MAIN, OrderPurpose.EXIT, NO_MATCH);
        scenario.buySignal();
        scenario.pass(5_000);
        List<OrderRequest> exits = scenario.sent(OrderPurpose.EXIT);
        assertThat(exits).as("one a second, until flat").hasSize(3);
        assertThat(exits.get(1).limit())
                .as("each goes further")
                .isLessThan(exits.get(0).limit());
        assertThat(exits.get(2).limit()).isLessThan(exits.get(1).limit());
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.state(HEDGE_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.LINKED_LEG);
    }

    @Test
    void aRestartThatResetsTheDailyLimit() {
        scenario = EngineScenario.started(
                new RiskConfigs().losing("46", null, null).scripted());
        loseABit();
        assertThat(trips(BreakerKind.DAILY_LOSS)).hasSize(1);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        scenario.killAndRestart(30_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        scenario.sent.clear();
        scenario.say(Word.BUY);
        assertThat(denied().reason()).isEqualTo(Reason.BREAKER_TRIPPED);
        assertThat(denied().value()).startsWith("daily-loss at ");
        assertThat(scenario.sent).isEmpty();
    }

    @Test
    void aRestartThatForgetsHalfOfTodaysLoss() {
        scenario = EngineScenario.started(
                new RiskConfigs().losing("90", null, null).scripted());
        loseABit();
        scenario.killAndRestart(30_000);
        scenario.say(Word.BUY);
        assertThat(denied().reason()).isEqualTo(Reason.DAILY_BUDGET);
        assertThat(denied().value())
                .as("what it may lose at its stop, at the worst price")
                .isEqualTo("43.989 USD");
        assertThat(denied().limit())
                .as("of 90 USD, 49 are gone since before the restart")
                .matches("<= 4[01]\\.\\d+ USD \\(global\\)");
    }

    @Test
    void aFailedReadTakenAsFlat() {
        scenario = EngineScenario.started(
                new RiskConfigs().losing("500", "1000", null).scripted());
        scenario.say(Word.BUY);
        scenario.venue.accountReadsFail = true;
        scenario.pass(130_000);
        assertThat(scenario.state(MAIN_LEG))
                .as("nothing is known, so nothing has changed")
                .isEqualTo(LegState.OPEN);
        assertThat(scenario.outputs(Output.TradeClosed.class)).isEmpty();
        assertThat(scenario.outputs(Output.BreakerChanged.class))
                .as("no loss was read either")
                .isEmpty();
        scenario.say(Word.EXIT);
        assertThat(scenario.state(MAIN_LEG)).as("exits go on").isEqualTo(LegState.FLAT);
        scenario.say(Word.BUY);
        assertThat(denied().reason()).isEqualTo(Reason.EQUITY_UNKNOWN);
        scenario.venue.accountReadsFail = false;
        scenario.pass(5_000);
        scenario.say(Word.BUY);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void aWithdrawalTakenAsADrawdown() {
        scenario = EngineScenario.started(
                new RiskConfigs().losing("100", "100", null).scripted());
        scenario.say(Word.BUY);
        scenario.venue.move(MAIN, "-6000", true);
        scenario.pass(60_000);
        assertThat(scenario.outputs(Output.BreakerChanged.class)).isEmpty();
        assertThat(scenario.last(Output.EquityMarked.class)).isNotNull();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void aWithdrawalThatIsReadBeforeItIsToldHaltsEntriesAndFlattensNothing() {
        scenario = EngineScenario.started(
                new RiskConfigs().losing("100", "100", null).scripted());
        scenario.say(Word.BUY);
        scenario.venue.move(MAIN, "-6000", false);
        scenario.pass(31_000);
        assertThat(trips(BreakerKind.EQUITY)).hasSize(1);
        assertThat(trips(BreakerKind.DRAWDOWN)).isEmpty();
        assertThat(scenario.state(MAIN_LEG)).as("nothing is closed for it").isEqualTo(LegState.OPEN);
        scenario.say(Word.EXIT);
        scenario.say(Word.BUY);
        assertThat(denied().reason()).isEqualTo(Reason.BREAKER_TRIPPED);
        assertThat(denied().value()).startsWith("equity@account:main");
        scenario.send(
                new OperatorEvent.BreakerResetRequested(1, "cli:alice", "equity@account:main", "I took 6000 out"));
        assertThat(scenario.last(Output.RequestAnswered.class).accepted()).isTrue();
        assertThat(trips(BreakerKind.DRAWDOWN))
                .as("accepted as it was read: now it counts")
                .hasSize(1);
    }

    @Test
    void aKillSwitchThatRemovedTheStops() {
        scenario = EngineScenario.started(Configs.scripted());
        scenario.say(Word.BUY);
        scenario.send(new OperatorEvent.HaltRequested(1, "cli:alice", "lunch"));
        scenario.pass(60_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(scenario.venue.of(MAIN).resting())
                .extracting(order -> order.request.purpose())
                .containsExactlyInAnyOrder(OrderPurpose.STOP, OrderPurpose.TARGET);
        scenario.venue.move(ETH, "1880");
        scenario.run();
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.STOP_LOSS);
    }
}
