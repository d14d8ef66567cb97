package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import org.junit.jupiter.api.Test;

/** Every reason for which an entry is denied, told once with its value and limit. */
class DenialScenarioTest {
    private static RiskConfig limits(String position, String total, int positions, int minLeverage) {
        return Configs.risk(position, total, positions, minLeverage);
    }

    private static TradingConfig with(RiskConfig risk) {
        return Configs.of(risk, Configs.strategy("macd-eth", null, true));
    }

    private static TradingConfig withMargin(String margin) {
        LegConfig leg = new LegConfig(MAIN, Usd.of(margin), new Leverage(10));
        return Configs.of(Configs.strategy("macd-eth", leg, null, true, "2"));
    }

    private static void isDenied(EngineScenario scenario, Reason reason) {
        assertThat(scenario.outputs(Output.EntryDenied.class))
                .extracting(Output.EntryDenied::reason)
                .containsExactly(reason);
        assertThat(scenario.sent).isEmpty();
        Oracle.check(scenario);
    }

    @Test
    void aPositionAboveItsLimitIsCutDownToItAndSaysSo() {
        EngineScenario scenario = EngineScenario.started(with(limits("799", "3000", 5, 10)));
        scenario.buySignal();
        Output.EntryJudged judged = scenario.last(Output.EntryJudged.class);
        assertThat(judged.denial()).isNull();
        assertThat(judged.wished()).isEqualTo(Usd.of("800"));
        assertThat(judged.size()).isEqualTo(Quantity.of("0.3994"));
        assertThat(judged.notional()).isEqualTo(Usd.of("798.9997"));
        assertThat(judged.caps()).isEqualTo("MAX_POSITION_SIZE <= 799 USD (global)");
        assertThat(scenario.sent(OrderPurpose.ENTRY).getFirst().size()).isEqualTo(judged.size());
        Oracle.check(scenario);
    }

    @Test
    void aPositionThatItsLimitCutsBelowTheVenuesMinimum() {
        EngineScenario scenario = EngineScenario.started(with(limits("9", "3000", 5, 10)));
        scenario.buySignal();
        isDenied(scenario, Reason.BELOW_MIN_NOTIONAL);
        assertThat(scenario.last(Output.EntryDenied.class).value())
                .as("the limit that did it, and whose it is")
                .contains("lowered by MAX_POSITION_SIZE <= 9 USD (global)");
    }

    @Test
    void tooMuchExposureInAll() {
        EngineScenario scenario = EngineScenario.started(with(limits("1000", "799", 5, 10)));
        scenario.buySignal();
        isDenied(scenario, Reason.MAX_TOTAL_EXPOSURE);
    }

    @Test
    void tooManyPositions() {
        EngineScenario scenario = EngineScenario.started(with(limits("1000", "3000", 0, 10)));
        scenario.buySignal();
        isDenied(scenario, Reason.MAX_CONCURRENT_POSITIONS);
    }

    @Test
    void aMarketThatOffersTooLittleLeverage() {
        EngineScenario scenario = EngineScenario.started(with(limits("1000", "3000", 5, 26)));
        scenario.buySignal();
        isDenied(scenario, Reason.LEVERAGE_TOO_LOW);
    }

    @Test
    void aSizeBelowTheVenuesMinimum() {
        EngineScenario scenario = EngineScenario.started(withMargin("0.9"));
        scenario.buySignal();
        isDenied(scenario, Reason.BELOW_MIN_NOTIONAL);
    }

    @Test
    void aSizeBelowOneLot() {
        EngineScenario scenario = EngineScenario.started(withMargin("0.01"));
        scenario.buySignal();
        isDenied(scenario, Reason.ROUNDS_TO_ZERO);
    }

    @Test
    void leverageThatWasReadBackDifferently() {
        EngineScenario scenario = EngineScenario.unstarted(Configs.single());
        scenario.venue.leverageReadBack = new Leverage(20);
        scenario.start();
        scenario.buySignal();
        isDenied(scenario, Reason.LEVERAGE_UNCONFIRMED);

        scenario.venue.leverageReadBack = null;
        scenario.pass(6_000);
        scenario.sellSignal();
        assertThat(scenario.sent(OrderPurpose.ENTRY)).as("set again later").hasSize(1);
    }

    @Test
    void aMarginModeThatWasReadBackDifferently() {
        EngineScenario scenario = EngineScenario.unstarted(Configs.single());
        scenario.venue.marginModeReadBack = MarginMode.CROSS;
        scenario.start();
        scenario.buySignal();
        isDenied(scenario, Reason.MARGIN_MODE_UNCONFIRMED);
    }

    @Test
    void aFeedThatCannotBeTrusted() {
        EngineScenario scenario = EngineScenario.started(Configs.single());
        scenario.send(new MarketEvent.FeedDegraded(ETH, FeedFault.CROSSED, "bid 2001 ask 2000"));
        scenario.buySignal();
        isDenied(scenario, Reason.FEED_DEGRADED);
    }

    @Test
    void aQuoteThatIsTooOld() {
        EngineScenario scenario = EngineScenario.started(Configs.single());
        scenario.barWithoutQuotes("2010");
        isDenied(scenario, Reason.STALE_QUOTE);
    }

    @Test
    void aSideThatNobodyOffers() {
        EngineScenario scenario = EngineScenario.started(Configs.single());
        scenario.send(new MarketEvent.BestBidOffer(
                ETH,
                Price.of("1999.5"),
                Quantity.of("1"),
                Price.of("2000.5"),
                Quantity.ZERO,
                scenario.clocks.venueTimeMs()));
        scenario.barWithoutQuotes("2010");
        isDenied(scenario, Reason.NO_QUOTE);
    }

    @Test
    void aMarketThatIsNotListed() {
        EngineScenario scenario = EngineScenario.unstarted(Configs.single());
        scenario.beginUnlisted();
        scenario.connect();
        scenario.buySignal();
        isDenied(scenario, Reason.INSTRUMENT_UNKNOWN);
    }

    @Test
    void anAccountThatIsNotReconciled() {
        EngineScenario scenario = EngineScenario.started(Configs.single());
        scenario.disconnect(MAIN);
        scenario.buySignal();
        isDenied(scenario, Reason.NOT_RECONCILED);
    }

    @Test
    void theOppositeOfWhatAnotherStrategyHoldsOnTheNetAccount() {
        EngineScenario scenario = EngineScenario.started(Configs.of(
                Configs.strategy("macd-eth", null, false),
                Configs.strategy("macd-two", new LegConfig(MAIN, Usd.of("20"), new Leverage(10)), null, false, "2")));
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.Reject("no"));
        scenario.buySignal();
        LegId second = new LegId(new StrategyId("macd-two"), ETH, LegRole.MAIN);
        assertThat(scenario.leg(second).position().side()).isEqualTo(Side.BUY);
        scenario.venue.next(
                OrderPurpose.EXIT, new Knob.Reject("Order could not immediately match against any resting orders."));
        scenario.sellSignal();

        Output.EntryDenied denied = scenario.last(Output.EntryDenied.class);
        assertThat(denied.reason()).isEqualTo(Reason.OPPOSITE_ON_NET_ACCOUNT);
        assertThat(denied.value()).isEqualTo(second.toString());
        Oracle.check(scenario);
    }
}
