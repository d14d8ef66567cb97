package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.HEDGE_LEG;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import org.junit.jupiter.api.Test;

/** A position at the venue that no fill explains: taken over, closed, or a halt that says why. */
class UnknownPositionTest {
    private static final Knob.Reject NO_MATCH =
            new Knob.Reject("Order could not immediately match against any resting orders.");

    private EngineScenario scenario = started(Configs.single(), UnknownPositionPolicy.ADOPT);

    private static EngineScenario started(TradingConfig config, UnknownPositionPolicy policy) {
        return EngineScenario.started(Configs.with(config, policy));
    }

    private static TradingConfig twoOnOneAccount() {
        LegConfig small = new LegConfig(MAIN, Usd.of("20"), new Leverage(10));
        return Configs.of(
                Configs.strategy("macd-eth", null, false), Configs.strategy("macd-two", small, null, false, "2"));
    }

    private Quantity held() {
        return scenario.leg(MAIN_LEG).position().size().abs();
    }

    private void isHaltedBecause(String why) {
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(scenario.incidents(IncidentCode.RECONCILIATION_MISMATCH)).isEqualTo(1);
        assertThat(scenario.outputs(Output.IncidentRaised.class))
                .filteredOn(incident -> incident.code().equals(IncidentCode.RECONCILIATION_MISMATCH.code()))
                .allMatch(incident -> incident.message().contains(why));
    }

    @Test
    void anAdoptedPositionIsProtectedAtOnceFromTheVenuesAveragePrice() {
        scenario.venue.quote("1994.5", "1995.5");
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.3");
        scenario.venue.quote("1999.5", "2000.5");
        scenario.pass(35_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(held()).isEqualTo(Quantity.of("0.3"));
        assertThat(scenario.leg(MAIN_LEG).position().entryPrice()).isEqualTo(Price.of("1995.5"));
        assertThat(scenario.leg(MAIN_LEG).guard().stopPrice()).isEqualTo(Price.of("1895.8"));
        assertThat(scenario.incidents(IncidentCode.POSITION_ADOPTED)).isEqualTo(1);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        Oracle.check(scenario);
        Oracle.checkRecoveryAtEveryEvent(scenario);

        scenario.sellSignal();
        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.OPPOSITE_SIGNAL);
    }

    @Test
    void whatTheVenueHoldsBeyondALegIsAddedToItAndTheStopCoversBoth() {
        scenario.buySignal();
        scenario.venue.quote("2019.5", "2020.5");
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.2");
        scenario.venue.quote("1999.5", "2000.5");
        scenario.pass(35_000);

        assertThat(held()).isEqualTo(Quantity.of("0.5999"));
        assertThat(scenario.leg(MAIN_LEG).position().entryPrice())
                .isEqualTo(scenario.venue.of(MAIN).averageEntry(ETH));
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        Oracle.check(scenario);
    }

    @Test
    void anAdoptionSurvivesARestart() {
        scenario.venue.hiddenTrade(MAIN, Side.SELL, "0.3");
        scenario.pass(35_000);
        scenario.killAndRestart(10_000);
        scenario.pass(3_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(held()).isEqualTo(Quantity.of("0.3"));
        Oracle.check(scenario);
    }

    @Test
    void theFillOfAnAdoptedPositionIsNotBookedAgainWhenItIsToldLate() {
        Fill fill = scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.3");
        scenario.pass(35_000);
        scenario.send(new AccountEvent.FillReceived(MAIN, fill));
        scenario.pass(35_000);

        assertThat(held()).isEqualTo(Quantity.of("0.3"));
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        assertThat(scenario.incidents(IncidentCode.FOREIGN_FILL)).isZero();
        Oracle.check(scenario);
    }

    @Test
    void aPositionThatSeveralLegsMayHoldHalts() {
        scenario = started(twoOnOneAccount(), UnknownPositionPolicy.ADOPT);
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.3");
        scenario.pass(35_000);

        isHaltedBecause("several legs may hold it: [macd-eth/ETH-USD/MAIN, macd-two/ETH-USD/MAIN]");
        assertThat(scenario.incidents(IncidentCode.POSITION_ADOPTED)).isZero();
    }

    @Test
    void aPositionThatNoLegMayHoldHalts() {
        scenario = started(Configs.hedged(), UnknownPositionPolicy.ADOPT);
        scenario.venue.hiddenTrade(HEDGE, Side.BUY, "0.3");
        scenario.pass(35_000);

        isHaltedBecause("no leg may hold BUY there");
    }

    @Test
    void aHedgeLegAdoptsOnlyTheSideOppositeToItsMainLeg() {
        scenario = started(Configs.hedged(), UnknownPositionPolicy.ADOPT);
        scenario.buySignal();
        scenario.venue.quote("2099", "2100");
        scenario.venue.mark("2100", null);
        scenario.run();
        assertThat(scenario.state(HEDGE_LEG)).isEqualTo(LegState.FLAT);
        scenario.venue.quote("1999.5", "2000.5");
        scenario.venue.mark("2000", null);
        scenario.venue.hiddenTrade(HEDGE, Side.SELL, "0.05");
        scenario.pass(35_000);

        assertThat(scenario.state(HEDGE_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        Oracle.check(scenario);
    }

    @Test
    void lessThanTheLegsHoldCannotBeAdoptedAndHalts() {
        scenario.buySignal();
        scenario.venue.hiddenTrade(MAIN, Side.SELL, "0.1");
        scenario.pass(35_000);

        isHaltedBecause("the venue holds less than the legs");
    }

    @Test
    void aFailedReadingIsNeverActedOn() {
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.3");
        scenario.venue.accountReadsFail = true;
        scenario.pass(120_000);

        assertThat(scenario.sent).isEmpty();
        assertThat(scenario.incidents(IncidentCode.POSITION_ADOPTED)).isZero();
    }

    @Test
    void oneLookIsNoProof() {
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.3");
        scenario.pass(30_000);
        int looks = scenario.outputs(Output.EquityMarked.class).size();
        scenario.venue.accountReadsFail = true;
        scenario.pass(5_000);

        assertThat(looks).isGreaterThan(2);
        assertThat(scenario.sent).isEmpty();
    }

    @Test
    void aPositionIsClosedWithWideningCapsAndTradingGoesOnWhenItIsGone() {
        scenario = started(Configs.single(), UnknownPositionPolicy.CLOSE);
        scenario.venue.next(OrderPurpose.EXIT, NO_MATCH);
        scenario.venue.next(OrderPurpose.EXIT, NO_MATCH);
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.3");
        scenario.pass(32_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
        scenario.pass(10_000);

        assertThat(scenario.sent(OrderPurpose.EXIT))
                .extracting(order -> order.limit())
                .containsExactly(Price.of("1989.6"), Price.of("1979.6"), Price.of("1959.6"));
        assertThat(scenario.sent).allMatch(OrderRequest::reduceOnly);
        assertThat(scenario.venue.of(MAIN).position(ETH).isZero()).isTrue();
        assertThat(scenario.incidents(IncidentCode.UNKNOWN_POSITION_CLOSING)).isEqualTo(1);
        assertThat(scenario.incidents(IncidentCode.UNKNOWN_POSITION_CLOSED)).isEqualTo(1);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        Oracle.check(scenario);
        Oracle.checkRecoveryAtEveryEvent(scenario);
    }

    @Test
    void onlyWhatNoLegExplainsIsClosed() {
        scenario = started(Configs.single(), UnknownPositionPolicy.CLOSE);
        scenario.buySignal();
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.2");
        scenario.pass(40_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(held()).isEqualTo(Quantity.of("0.3999"));
        assertThat(scenario.venue.of(MAIN).position(ETH).abs()).isEqualTo(Quantity.of("0.3999"));
        assertThat(scenario.outputs(Output.TradeClosed.class)).isEmpty();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        Oracle.check(scenario);
    }

    @Test
    void closingGoesOnAfterARestart() {
        scenario = started(Configs.single(), UnknownPositionPolicy.CLOSE);
        for (int i = 0; i < 6; i++) {
            scenario.venue.next(OrderPurpose.EXIT, NO_MATCH);
        }
        scenario.venue.hiddenTrade(MAIN, Side.SELL, "0.3");
        scenario.pass(34_000);
        assertThat(scenario.engine.isFlat()).isFalse();
        scenario.killAndRestart(5_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
        scenario.pass(10_000);

        assertThat(scenario.venue.of(MAIN).position(ETH).isZero()).isTrue();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        Oracle.check(scenario);
    }

    @Test
    void aPersonMayCloseItFirstWithAFillOrWithout() {
        scenario = started(Configs.single(), UnknownPositionPolicy.CLOSE);
        for (int i = 0; i < 4; i++) {
            scenario.venue.next(OrderPurpose.EXIT, NO_MATCH);
        }
        scenario.buySignal();
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.2");
        scenario.pass(32_000);
        scenario.venue.foreignTrade(MAIN, Side.SELL, "0.1", false);
        scenario.run();
        assertThat(held()).as("what is being closed bears it first").isEqualTo(Quantity.of("0.3999"));
        scenario.venue.hiddenTrade(MAIN, Side.SELL, "0.1");
        scenario.venue.next(OrderPurpose.EXIT, NO_MATCH);
        scenario.venue.next(OrderPurpose.EXIT, NO_MATCH);
        scenario.pass(40_000);

        assertThat(held()).isEqualTo(Quantity.of("0.3999"));
        assertThat(scenario.incidents(IncidentCode.UNKNOWN_POSITION_CLOSED)).isEqualTo(1);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        Oracle.check(scenario);
    }

    @Test
    void ordersOfOthersAreLeftAloneAndOursThatNobodyKnowsAreCancelled() {
        scenario = started(Configs.single(), UnknownPositionPolicy.CLOSE);
        LegId nobody = new LegId(new StrategyId("nobody"), ETH, LegRole.MAIN);
        OrderRequest ours = resting(ClientOrderId.mint(7, 0, 99, 0), nobody);
        OrderRequest theirs = resting(ClientOrderId.mint(99, 0, 99, 0), nobody);
        scenario.venue.leaveOrderBehind(MAIN, ours);
        scenario.venue.leaveOrderBehind(MAIN, theirs);
        scenario.venue.hiddenTrade(MAIN, Side.BUY, "0.3");
        scenario.pass(40_000);

        assertThat(scenario.venue.of(MAIN).position(ETH).isZero()).isTrue();
        assertThat(scenario.venue.of(MAIN).resting())
                .extracting(order -> order.request)
                .containsExactly(theirs);
    }

    private static OrderRequest resting(ClientOrderId id, LegId leg) {
        return new OrderRequest(
                id,
                leg,
                OrderPurpose.ENTRY,
                Side.BUY,
                Quantity.of("0.1"),
                Price.of("1500"),
                TimeInForce.GTC,
                false,
                null);
    }

    @Test
    void theOtherSideOfWhatALegHoldsCannotBeClosedAndHalts() {
        scenario = started(Configs.single(), UnknownPositionPolicy.CLOSE);
        scenario.buySignal();
        scenario.venue.hiddenTrade(MAIN, Side.SELL, "0.6");
        scenario.pass(35_000);

        isHaltedBecause("or the other side");
        assertThat(scenario.sent(OrderPurpose.EXIT)).isEmpty();
    }
}
