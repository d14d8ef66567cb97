package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.HEDGE;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.ClientOrderId;
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
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the venue says wins; what cannot be read is not empty. */
class ReconciliationTest {
    private static final LegId OTHER_LEG = new LegId(new StrategyId("macd-two"), ETH, LegRole.MAIN);

    private EngineScenario scenario = EngineScenario.started(Configs.single());

    /** Two strategies with the same view on one net account, of 800 and 200 USD. */
    private static TradingConfig twoOnOneAccount() {
        LegConfig small = new LegConfig(MAIN, Usd.of("20"), new Leverage(10));
        return Configs.of(
                Configs.strategy("macd-eth", null, false), Configs.strategy("macd-two", small, null, false, "2"));
    }

    @Test
    void nothingIsEnteredUntilEveryAccountWasRead() {
        scenario = EngineScenario.unstarted(Configs.single());
        scenario.venue.accountReadsFail = true;
        scenario.start();
        scenario.buySignal();
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
        assertThat(scenario.sent).isEmpty();
        scenario.venue.accountReadsFail = false;
        scenario.pass(2_000);

        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        Oracle.check(scenario);
    }

    @Test
    void aLostConnectionIsReduceOnlyUntilReconciled() {
        scenario.disconnect(MAIN);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
        scenario.pass(120_000);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
        scenario.connect(MAIN);

        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
        Oracle.check(scenario);
    }

    @Test
    void aReadingThatArrivesAfterTheConnectionWasLostProvesNothing() {
        scenario.disconnect(MAIN);
        long now = scenario.clocks.venueTimeMs();
        scenario.send(new AccountEvent.AccountRead(
                MAIN, Usd.of("10000"), Usd.of("10000"), List.of(), List.of(), List.of(), now - 60_000, now));

        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
    }

    @Test
    void fillsMissedWhileDisconnectedAreFoundByReading() {
        scenario.buySignal();
        scenario.disconnect(MAIN);
        scenario.venue.quote("1899", "1900");
        scenario.venue.mark("1900", null);
        scenario.run();
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        scenario.connect(MAIN);

        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.STOP_LOSS);
        Oracle.check(scenario);
    }

    @Test
    void aFillThatTheStreamLostIsFoundByTheNextReadingHoweverManyCameAfterIt() {
        scenario.buySignal();
        scenario.venue.deaf.add(MAIN);
        scenario.venue.quote("1899", "1900");
        scenario.venue.mark("1900", null);
        scenario.run();
        scenario.venue.deaf.remove(MAIN);
        scenario.venue.accountReadsFail = true;
        scenario.pass(90_000);
        scenario.venue.fund(MAIN, "-0.01");
        scenario.run();
        scenario.venue.accountReadsFail = false;
        scenario.pass(31_000);

        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void anOrderOfOursThatNobodyKnowsIsCancelled() {
        OrderRequest stray = new OrderRequest(
                ClientOrderId.mint(7, 0, 99, 0),
                MAIN_LEG,
                OrderPurpose.ENTRY,
                Side.BUY,
                Quantity.of("0.1"),
                Price.of("1500"),
                TimeInForce.GTC,
                false,
                null);
        scenario.venue.leaveOrderBehind(MAIN, stray);
        scenario.pass(31_000);

        assertThat(scenario.venue.of(MAIN).resting()).isEmpty();
        Oracle.check(scenario);
    }

    @Test
    void aPositionThatDiffersTwiceHaltsAndIsReportedOnce() {
        scenario.buySignal();
        scenario.venue.deaf.add(MAIN);
        scenario.venue.foreignTrade(MAIN, Side.BUY, "0.2", false);
        scenario.venue.of(MAIN).fills.removeLast();
        scenario.venue.deaf.remove(MAIN);
        scenario.pass(60_000);

        assertThat(scenario.engine.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(scenario.incidents("reconciliation_mismatch")).isEqualTo(1);
        scenario.send(new OperatorEvent.ResumeRequested(1, "cli:test", "looked"));
        assertThat(scenario.engine.tradingState())
                .as("a difference cannot be talked away")
                .isEqualTo(TradingState.REDUCE_ONLY);
    }

    @Test
    void aForeignFillIsSharedInWholeLotsAndRaisesAnIncident() {
        scenario = EngineScenario.started(twoOnOneAccount());
        scenario.buySignal();
        assertThat(scenario.state(OTHER_LEG)).isEqualTo(LegState.OPEN);
        scenario.venue.foreignTrade(MAIN, Side.SELL, "0.1001", false);
        scenario.run();

        assertThat(scenario.leg(MAIN_LEG).position().size().abs()).isEqualTo(Quantity.of("0.3198"));
        assertThat(scenario.leg(OTHER_LEG).position().size().abs()).isEqualTo(Quantity.of("0.0799"));
        assertThat(scenario.state(MAIN_LEG)).isEqualTo(LegState.OPEN);
        assertThat(scenario.incidents("foreign_fill")).isEqualTo(1);
        scenario.pass(2_000);
        Oracle.check(scenario);
    }

    @Test
    void aLiquidationEndsTheTradesAndUnwindsWhatIsLinked() {
        scenario = EngineScenario.started(Configs.hedged());
        scenario.buySignal();
        scenario.venue.foreignTrade(MAIN, Side.SELL, "0.3999", true);
        scenario.run();
        scenario.pass(2_000);

        assertThat(scenario.outputs(Output.TradeClosed.class))
                .extracting(Output.TradeClosed::reason)
                .containsExactly(ExitReason.LIQUIDATION, ExitReason.LINKED_LEG);
        assertThat(scenario.engine.isFlat()).isTrue();
        Oracle.check(scenario);
    }

    @Test
    void afterAPartialForeignFillTheTradeStillEndsForItsOwnReason() {
        scenario.buySignal();
        scenario.venue.foreignTrade(MAIN, Side.SELL, "0.1", false);
        scenario.run();
        scenario.sellSignal();

        assertThat(scenario.last(Output.TradeClosed.class).reason()).isEqualTo(ExitReason.OPPOSITE_SIGNAL);
        Oracle.check(scenario);
    }

    @Test
    void aStopThatFillsAfterItsLegIsFlatIsTakenFromTheLegThatHoldsTheMarket() {
        scenario = EngineScenario.started(twoOnOneAccount());
        scenario.buySignal();
        VenueBooks.Order lateStop = scenario.venue.of(MAIN).resting().stream()
                .filter(order -> order.request.leg().equals(OTHER_LEG))
                .filter(order -> order.request.purpose() == OrderPurpose.STOP)
                .findFirst()
                .orElseThrow();
        scenario.venue.foreignTrade(MAIN, Side.SELL, "0.3998", false);
        scenario.run();
        Quantity before = scenario.leg(OTHER_LEG).position().size().abs();
        scenario.venue.fillLate(MAIN, lateStop, before.plus(Quantity.of("0.01")));
        scenario.run();
        scenario.pass(2_000);

        assertThat(scenario.state(OTHER_LEG)).isEqualTo(LegState.FLAT);
        assertThat(scenario.leg(MAIN_LEG).position().size().abs()).isEqualTo(Quantity.of("0.07"));
        Oracle.check(scenario);
    }

    @Test
    void fundingIsSharedBySizeAndBookedOnce() {
        scenario = EngineScenario.started(twoOnOneAccount());
        scenario.buySignal();
        scenario.pass(1_000);
        scenario.venue.fund(MAIN, "-0.00000005");
        scenario.run();
        Output.FundingBooked large =
                scenario.outputs(Output.FundingBooked.class).getLast();
        scenario.send(new AccountEvent.FundingPaid(
                MAIN,
                ETH,
                Usd.of("-0.00000005"),
                scenario.venue.of(MAIN).position(ETH),
                large.rate(),
                large.paidAtMs()));
        scenario.sellSignal();
        scenario.pass(2_000);

        assertThat(scenario.outputs(Output.FundingBooked.class))
                .extracting(booked -> booked.amount().toString())
                .containsExactly("0", "-0.00000005");
        assertThat(scenario.engine.isFlat()).isTrue();
        Oracle.check(scenario);
    }

    @Test
    void anAccountThatCannotBeReadIsAskedAgainWithoutHaste() {
        scenario.venue.accountReadsFail = true;
        scenario.pass(31_000);
        int before = scenario.venue.received.size();
        scenario.pass(10_000);

        assertThat(scenario.venue.received.size() - before).isBetween(10, 24);
    }

    @Test
    void aDisconnectedEngineIsNotDueWithoutEnd() {
        scenario.venue.accountReadsFail = true;
        scenario.venue.leverageReadBack = new Leverage(3);
        scenario.pass(31_000);
        scenario.disconnect(MAIN);
        scenario.disconnect(HEDGE);

        assertThat(scenario.journal.entries()).hasSizeLessThan(1_000);
        scenario.pass(120_000);
    }
}
