package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.BTC;
import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.HaltStage;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a halt and a flattening find at the venue, do about it, and when they call it done: on the venue's word alone. */
class HaltVerificationTest {
    private static final String WHO = "cli:test";
    private static final int SOMEBODY_ELSES_RUN = 99;
    private static final Knob.Reject NO_MATCH =
            new Knob.Reject("Order could not immediately match against any resting orders.");

    private EngineScenario scenario = EngineScenario.started(Configs.single());
    private int foreignOrders;

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private void halt() {
        scenario.send(new OperatorEvent.HaltRequested(1, WHO, "lunch"));
    }

    private void haltOnly(HaltScope scope) {
        scenario.send(new OperatorEvent.PartialHaltRequested(1, WHO, scope, "lunch"));
    }

    private void flatten() {
        scenario.send(new OperatorEvent.FlattenRequested(1, WHO, "enough"));
    }

    private OrderRequest foreignEntry(AccountId account, MarketId market) {
        return leave(account, market, Side.BUY, false, null);
    }

    private OrderRequest foreignStop(AccountId account, MarketId market, Side side) {
        return leave(account, market, side, true, new Trigger(TriggerKind.STOP_LOSS, Price.of("100"), true));
    }

    private OrderRequest leave(
            AccountId account, MarketId market, Side side, boolean reduceOnly, @Nullable Trigger trigger) {
        OrderRequest order = new OrderRequest(
                ClientOrderId.mint(SOMEBODY_ELSES_RUN, 0, ++foreignOrders, 0),
                new LegId(new StrategyId("somebody"), market, LegRole.MAIN),
                reduceOnly ? OrderPurpose.STOP : OrderPurpose.ENTRY,
                side,
                Quantity.of("0.1"),
                Price.of("100"),
                TimeInForce.GTC,
                reduceOnly,
                trigger);
        scenario.venue.leaveOrderBehind(account, order);
        return order;
    }

    private List<OrderRequest> foreignResting(AccountId account) {
        return scenario.venue.of(account).resting().stream()
                .map(order -> order.request)
                .filter(order -> order.id().run() == SOMEBODY_ELSES_RUN)
                .toList();
    }

    private boolean isVerified(AccountId account) {
        return stage(account) == HaltStage.VERIFIED;
    }

    private HaltStage stage(AccountId account) {
        return scenario.outputs(Output.HaltChecked.class).stream()
                .filter(check -> check.account().equals(account))
                .reduce((first, second) -> second)
                .orElseThrow()
                .stage();
    }

    private long cancelsOfForeignOrders() {
        return scenario.venue.received.stream()
                .filter(Command.CancelForeignOrder.class::isInstance)
                .count();
    }

    @Test
    void aHaltCancelsWhatOthersLeftThereAndKeepsEverythingThatProtects() {
        scenario.buySignal();
        foreignEntry(MAIN, ETH);
        foreignEntry(MAIN, BTC);
        foreignStop(MAIN, BTC, Side.SELL);
        foreignStop(MAIN, ETH, Side.BUY);
        OrderRequest protecting = foreignStop(MAIN, ETH, Side.SELL);
        foreignEntry(HEDGE, ETH);
        halt();
        scenario.pass(3_000);

        assertThat(foreignResting(MAIN)).containsExactly(protecting);
        assertThat(foreignResting(HEDGE)).isEmpty();
        assertThat(scenario.venue.of(MAIN).resting()).as("ours and theirs").hasSize(3);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(isVerified(MAIN)).isTrue();
        assertThat(isVerified(HEDGE)).isTrue();
        assertThat(scenario.outputs(Output.HaltChecked.class))
                .filteredOn(check -> check.stage() == HaltStage.VERIFIED)
                .extracting(Output.HaltChecked::found)
                .containsExactlyInAnyOrder("0.3999 ETH-USD, 3 orders rest", "flat, 0 orders rest");
        assertThat(scenario.incidents(IncidentCode.HALT_NOT_VERIFIED)).isZero();
        Oracle.checkRecoveryAtEveryEvent(scenario);
    }

    @Test
    void outsideOfAHaltOrdersOfOthersAreLeftAlone() {
        foreignEntry(MAIN, ETH);
        scenario.pass(35_000);
        halt();
        scenario.pass(3_000);
        assertThat(foreignResting(MAIN)).isEmpty();
        scenario.send(new OperatorEvent.ResumeRequested(2, WHO, "back"));
        OrderRequest later = foreignEntry(MAIN, ETH);
        scenario.pass(65_000);

        assertThat(foreignResting(MAIN)).containsExactly(later);
        assertThat(stage(MAIN)).isEqualTo(HaltStage.LIFTED);
        assertThat(scenario.engine.state().clearances()).isEmpty();
        assertThat(cancelsOfForeignOrders()).isEqualTo(1);
    }

    @Test
    void whatIsLeftThereLaterIsCancelledTooAsLongAsItIsHalted() {
        halt();
        scenario.pass(3_000);
        assertThat(isVerified(MAIN)).isTrue();
        foreignEntry(MAIN, ETH);
        scenario.pass(35_000);

        assertThat(foreignResting(MAIN)).isEmpty();
        assertThat(scenario.outputs(Output.HaltChecked.class))
                .filteredOn(check -> check.account().equals(MAIN))
                .extracting(Output.HaltChecked::stage)
                .containsExactly(HaltStage.CHECKING, HaltStage.VERIFIED, HaltStage.CHECKING, HaltStage.VERIFIED);
    }

    @Test
    void aCancelThatWasLostIsRepeatedUntilTheVenueShowsNothing() {
        foreignEntry(MAIN, ETH);
        scenario.venue.cancelsLost = true;
        halt();
        scenario.pass(5_000);
        assertThat(isVerified(MAIN)).isFalse();
        assertThat(cancelsOfForeignOrders()).isGreaterThan(2);
        scenario.venue.cancelsLost = false;
        scenario.pass(3_000);

        assertThat(foreignResting(MAIN)).isEmpty();
        assertThat(isVerified(MAIN)).isTrue();
    }

    @Test
    void aVenueThatCannotBeReadVerifiesNothingAndIsAnIncidentOnce() {
        foreignEntry(MAIN, ETH);
        scenario.venue.accountReadsFail = true;
        halt();
        scenario.pass(29_000);
        assertThat(scenario.incidents(IncidentCode.HALT_NOT_VERIFIED)).isZero();
        scenario.pass(60_000);
        assertThat(scenario.incidents(IncidentCode.HALT_NOT_VERIFIED))
                .as("one an account")
                .isEqualTo(2);
        assertThat(isVerified(MAIN)).isFalse();
        scenario.venue.accountReadsFail = false;
        scenario.pass(3_000);

        assertThat(foreignResting(MAIN)).isEmpty();
        assertThat(isVerified(MAIN)).isTrue();
        assertThat(isVerified(HEDGE)).isTrue();
    }

    @Test
    void nothingIsVerifiedWhileAnEntryIsUnanswered() {
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.LoseReply(false));
        scenario.venue.statusReadsFail = true;
        scenario.buySignal();
        halt();
        scenario.pass(5_000);
        assertThat(isVerified(HEDGE)).isTrue();
        assertThat(isVerified(MAIN)).isFalse();
        scenario.venue.statusReadsFail = false;
        scenario.pass(30_000);

        assertThat(isVerified(MAIN)).isTrue();
    }

    @Test
    void aRestartInTheMiddleGoesOnVerifying() {
        foreignEntry(MAIN, ETH);
        scenario.buySignal();
        scenario.venue.accountReadsFail = true;
        halt();
        scenario.pass(2_000);
        scenario.killAndRestart(5_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(isVerified(MAIN)).isFalse();
        scenario.venue.accountReadsFail = false;
        scenario.pass(5_000);

        assertThat(foreignResting(MAIN)).isEmpty();
        assertThat(isVerified(MAIN)).isTrue();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void aVerifiedHaltIsVerifiedAnewByTheNextProcess() {
        halt();
        scenario.pass(3_000);
        foreignEntry(MAIN, ETH);
        scenario.killAndRestart(5_000);
        scenario.pass(3_000);

        assertThat(foreignResting(MAIN)).isEmpty();
        assertThat(isVerified(MAIN)).isTrue();
    }

    @Test
    void haltingAMarketReachesEverybodysOrdersThereAndNoOthers() {
        foreignEntry(MAIN, ETH);
        foreignEntry(HEDGE, ETH);
        OrderRequest elsewhere = foreignEntry(MAIN, BTC);
        haltOnly(new HaltScope.OneMarket(ETH));
        scenario.pass(3_000);

        assertThat(foreignResting(MAIN)).containsExactly(elsewhere);
        assertThat(foreignResting(HEDGE)).isEmpty();
        assertThat(isVerified(MAIN)).isTrue();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void haltingAnAccountReachesEverybodysOrdersOnItAndNoOthers() {
        OrderRequest elsewhere = foreignEntry(MAIN, ETH);
        foreignEntry(HEDGE, ETH);
        foreignEntry(HEDGE, BTC);
        haltOnly(new HaltScope.OneAccount(HEDGE));
        scenario.pass(3_000);

        assertThat(foreignResting(MAIN)).containsExactly(elsewhere);
        assertThat(foreignResting(HEDGE)).isEmpty();
        assertThat(isVerified(HEDGE)).isTrue();
        assertThat(scenario.outputs(Output.HaltChecked.class))
                .allMatch(check -> check.account().equals(HEDGE));
    }

    @Test
    void haltingAStrategyReachesItsOwnOrdersAndLeavesOthersAlone() {
        scenario.buySignal();
        OrderRequest theirs = foreignEntry(MAIN, ETH);
        haltOnly(new HaltScope.OneStrategy(MAIN_LEG.strategy()));
        scenario.pass(3_000);

        assertThat(foreignResting(MAIN)).containsExactly(theirs);
        assertThat(isVerified(MAIN)).isTrue();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
    }

    @Test
    void flattenClosesAPositionThatNobodyExplainsThoughThePolicyIsToHalt() {
        scenario.buySignal();
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.2");
        scenario.venue.hiddenTrade(HEDGE, Side.SELL, "0.3");
        foreignEntry(MAIN, ETH);
        flatten();
        assertThat(scenario.engine.tradingState())
                .as("nothing of ours is open and the venue is not flat")
                .isEqualTo(TradingState.FLATTENING);
        scenario.pass(10_000);

        isFlatEverywhere();
        assertThat(scenario.sent.stream().filter(order -> order.purpose() == OrderPurpose.EXIT))
                .allMatch(OrderRequest::reduceOnly);
        Oracle.checkRecoveryAtEveryEvent(scenario);
    }

    @Test
    void flattenClosesAPositionThatThePolicyHadHaltedFor() {
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.3");
        scenario.pass(40_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(scenario.venue.of(MAIN).position(ETH).isZero()).isFalse();
        flatten();
        scenario.pass(10_000);

        isFlatEverywhere();
    }

    @Test
    void flattenIsNotDoneWhileTheVenueCannotBeRead() {
        scenario.venue.accountReadsFail = true;
        flatten();
        scenario.pass(35_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.FLATTENING);
        assertThat(scenario.incidents(IncidentCode.HALT_NOT_VERIFIED)).isEqualTo(2);
        scenario.send(new OperatorEvent.ResumeRequested(2, WHO, "no"));
        assertThat(scenario.last(Output.RequestAnswered.class).accepted()).isFalse();
        scenario.venue.accountReadsFail = false;
        scenario.pass(3_000);

        isFlatEverywhere();
    }

    @Test
    void flattenGoesOnAfterARestartWithWideningCaps() {
        for (int i = 0; i < 8; i++) {
            scenario.venue.next(OrderPurpose.EXIT, NO_MATCH);
        }
        scenario.buySignal();
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.2");
        foreignEntry(MAIN, ETH);
        flatten();
        scenario.pass(2_000);
        scenario.killAndRestart(5_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.FLATTENING);
        scenario.pass(30_000);

        isFlatEverywhere();
        assertThat(scenario.sent(OrderPurpose.EXIT)).hasSizeGreaterThan(8);
    }

    @Test
    void afterAFlatteningItIsHaltedAndAPersonsOwnPositionFollowsThePolicyAgain() {
        flatten();
        scenario.pass(3_000);
        isFlatEverywhere();
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.3");
        scenario.pass(40_000);

        assertThat(scenario.sent(OrderPurpose.EXIT)).isEmpty();
        assertThat(scenario.incidents(IncidentCode.RECONCILIATION_MISMATCH)).isEqualTo(1);
        scenario.venue.hiddenTrade(MAIN, Side.SELL, "0.3");
        scenario.pass(5_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void flatteningOneMarketClosesEverythingInItAndNothingElse() {
        scenario.buySignal();
        scenario.venue.hiddenTrade(HEDGE, Side.SELL, "0.3");
        foreignEntry(HEDGE, ETH);
        OrderRequest elsewhere = foreignEntry(HEDGE, BTC);
        haltOnly(new HaltScope.OneMarket(ETH));
        scenario.send(new OperatorEvent.CloseRequested(2, WHO, ETH, Rate.of("1")));
        scenario.pass(10_000);

        assertThat(scenario.venue.of(MAIN).position(ETH).isZero()).isTrue();
        assertThat(scenario.venue.of(HEDGE).position(ETH).isZero()).isTrue();
        assertThat(foreignResting(HEDGE)).containsExactly(elsewhere);
        assertThat(isVerified(MAIN)).isTrue();
        assertThat(isVerified(HEDGE)).isTrue();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void aBreakerThatFlattensClosesWhatNobodyExplainsToo() {
        scenario = EngineScenario.started(new RiskConfigs()
                .losing("46", null, null)
                .onDailyLoss(BreakerAction.FLATTEN, 0)
                .scripted());
        scenario.say(ScriptedStrategy.Word.BUY);
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.2");
        foreignEntry(MAIN, ETH);
        scenario.venue.quote("1880", "1880");
        scenario.venue.mark("1880", null);
        scenario.run();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.FLATTENING);
        scenario.pass(10_000);

        isFlatEverywhere();
    }

    private void isFlatEverywhere() {
        for (AccountId account : List.of(MAIN, HEDGE)) {
            assertThat(scenario.venue.of(account).position(ETH).isZero())
                    .as("%s is flat", account)
                    .isTrue();
            assertThat(scenario.venue.of(account).resting()).isEmpty();
            assertThat(isVerified(account)).isTrue();
        }
        assertThat(scenario.outputs(Output.HaltChecked.class))
                .filteredOn(check -> check.stage() == HaltStage.VERIFIED)
                .extracting(Output.HaltChecked::action)
                .contains(BreakerAction.FLATTEN);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(scenario.engine.state().strays()).isEmpty();
    }
}
