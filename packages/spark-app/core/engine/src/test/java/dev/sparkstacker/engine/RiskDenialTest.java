package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static dev.sparkstacker.engine.Configs.MAIN;
import static dev.sparkstacker.engine.Configs.MAIN_LEG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.SizingConfig;
import dev.sparkstacker.domain.config.SizingMethod;
import dev.sparkstacker.domain.config.TradingWindow;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.RiskCheck;
import dev.sparkstacker.engine.ScriptedStrategy.Word;
import dev.sparkstacker.risk.check.PreTradeChecks;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits and sizes as they reach an entry of the whole engine: what is sent, what is denied, and what is told of it. */
class RiskDenialTest {
    private final RiskConfigs config = new RiskConfigs();
    private EngineScenario scenario = EngineScenario.unstarted(Configs.single());

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
    }

    private void buy() {
        scenario = EngineScenario.started(config.scripted());
        scenario.say(Word.BUY);
    }

    private void isDenied(Reason reason, String value, String limit) {
        Output.EntryDenied denied = scenario.last(Output.EntryDenied.class);
        assertThat(denied.reason()).isEqualTo(reason);
        assertThat(denied.value()).isEqualTo(value);
        assertThat(denied.limit()).isEqualTo(limit);
        assertThat(scenario.sent(OrderPurpose.ENTRY)).isEmpty();
    }

    private Quantity sent() {
        return scenario.sent(OrderPurpose.ENTRY).getLast().size();
    }

    private static LimitSet orders(LimitSet.Orders orders) {
        return new LimitSet(orders, LimitSet.Positions.NONE, LimitSet.MarketQuality.NONE, LimitSet.Losses.NONE);
    }

    @Test
    void theWholeDecisionIsToldWhetherSentOrDenied() {
        buy();
        Output.EntryJudged approved = scenario.last(Output.EntryJudged.class);
        assertThat(approved.denial()).isNull();
        assertThat(approved.checks()).hasSize(PreTradeChecks.count()).allMatch(RiskCheck::passed);
        assertThat(approved.size()).isEqualTo(sent());
        assertThat(approved.wished()).isEqualTo(Usd.of("800"));
        config.hours = List.of(new TradingWindow(1, 7, 0, 1));
        buy();
        Output.EntryJudged denied = scenario.last(Output.EntryJudged.class);
        assertThat(denied.denial()).isEqualTo(Reason.OUTSIDE_SCHEDULE);
        assertThat(denied.checks()).hasSize(PreTradeChecks.count());
        assertThat(denied.checks())
                .filteredOn(check -> !check.passed())
                .extracting(RiskCheck::rule)
                .containsExactly(Reason.OUTSIDE_SCHEDULE);
    }

    @Test
    void theTightestLimitIsNamedWithItsScope() {
        config.positions = new LimitSet.Positions(null, Usd.of("3000"), null, null, null);
        LimitSet tight = new LimitSet(
                LimitSet.Orders.NONE,
                new LimitSet.Positions(null, Usd.of("700"), null, null, null),
                LimitSet.MarketQuality.NONE,
                LimitSet.Losses.NONE);
        config.scoped = List.of(new ScopedLimits(new RiskScope.OfMarket(ETH), tight));
        buy();
        isDenied(Reason.MAX_TOTAL_EXPOSURE, "799.99995 USD", "<= 700 USD (market ETH)");
    }

    @Test
    void entriesWithinAMinuteAreCounted() {
        config.scoped = List.of(new ScopedLimits(
                new RiskScope.OfStrategy(MAIN_LEG.strategy()), orders(new LimitSet.Orders(null, null, 1, null))));
        buy();
        scenario.say(Word.TURN_SHORT);
        assertThat(scenario.sent(OrderPurpose.ENTRY)).hasSize(2);
        scenario = EngineScenario.started(config.scripted());
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.Reject("no"));
        scenario.say(Word.BUY);
        scenario.leap(50_000 - scenario.clocks.venueTimeMs() % 60_000);
        scenario.say(Word.BUY);
        assertThat(scenario.outputs(Output.EntryDenied.class))
                .as("a minute later")
                .isEmpty();
    }

    @Test
    void anOrderIsCutDownToTheLargestAllowed() {
        config.orders = new LimitSet.Orders(null, Usd.of("500"), null, null);
        buy();
        assertThat(sent()).isEqualTo(Quantity.of("0.2499"));
        assertThat(scenario.last(Output.EntryJudged.class).caps()).isEqualTo("MAX_ORDER_SIZE <= 500 USD (global)");
    }

    @Test
    void anEntryBelowTheLeastOfOurOwnIsSkipped() {
        config.orders = new LimitSet.Orders(Usd.of("900"), null, null, null);
        buy();
        isDenied(Reason.BELOW_MIN_ORDER_SIZE, "799.99995 USD", ">= 900 USD (global)");
    }

    @Test
    void aLimitPriceTooFarFromTheMark() {
        config.orders = new LimitSet.Orders(null, null, null, Pct.of("0.5"));
        buy();
        isDenied(Reason.PRICE_COLLAR, "0.525 %", "<= 0.5 % (global)");
    }

    @Test
    void moreLeverageThanAllowed() {
        config.positions = new LimitSet.Positions(null, null, null, null, new Leverage(9));
        buy();
        isDenied(Reason.LEVERAGE_TOO_HIGH, "10x", "<= 9x (global)");
    }

    @Test
    void aBookThatIsTooThin() {
        config.market = new LimitSet.MarketQuality(Usd.of("1000000"), null, null);
        buy();
        isDenied(Reason.BOOK_TOO_THIN, "200050 USD", ">= 1000000 USD (global)");
    }

    @Test
    void aBookOfFiveLevelsIsWalkedForSlippage() {
        config.market = new LimitSet.MarketQuality(null, Pct.of("1"), Pct.of("0.1"));
        scenario = EngineScenario.started(config.scripted());
        scenario.venue.book = true;
        scenario.say(Word.BUY);
        isDenied(Reason.SLIPPAGE_TOO_HIGH, "0.1999562395 %", "<= 0.1 % (global)");
    }

    @Test
    void aSpreadThatIsTooWide() {
        config.market = new LimitSet.MarketQuality(null, Pct.of("0.04"), null);
        buy();
        isDenied(Reason.SPREAD_TOO_WIDE, "0.05 %", "<= 0.04 % (global)");
    }

    @Test
    void aBookThatIsTooOldIsUnknown() {
        config.market = new LimitSet.MarketQuality(Usd.of("10"), null, null);
        scenario = EngineScenario.started(config.scripted());
        scenario.send(new MarketEvent.BookChanged(
                ETH,
                List.of(new BookLevel(Price.of("1999.5"), Quantity.of("100"))),
                List.of(new BookLevel(Price.of("2000.5"), Quantity.of("100"))),
                scenario.clocks.venueTimeMs()));
        scenario.say(Word.BUY);
        isDenied(Reason.BOOK_TOO_THIN, "unknown", ">= 10 USD (global)");
    }

    @Test
    void aStopBeyondTheLiquidationPrice() {
        config.leg = new LegConfig(MAIN, Usd.of("40"), new Leverage(20));
        buy();
        assertThat(scenario.last(Output.EntryDenied.class).reason()).isEqualTo(Reason.STOP_BEYOND_LIQUIDATION);
    }

    @Test
    void everySizingMethodSizesWhatIsSent() {
        config.sized(new SizingConfig(new SizingMethod.FixedUnits(Quantity.of("0.123")), false));
        buy();
        assertThat(sent()).isEqualTo(Quantity.of("0.123"));
        config.sized(new SizingConfig(new SizingMethod.PercentEquity(Pct.of("0.5")), false));
        buy();
        assertThat(sent()).as("0.5 %% of 10000 at 10x is 500 USD").isEqualTo(Quantity.of("0.2499"));
        config.sized(new SizingConfig(new SizingMethod.RiskBased(Pct.of("0.2")), false));
        buy();
        assertThat(sent()).as("20 USD over 100 USD to the stop").isEqualTo(Quantity.of("0.2"));
        config.sized(
                new SizingConfig(new SizingMethod.Kelly(Pct.of("60"), Pct.of("1"), Pct.of("1"), Pct.of("5")), false));
        buy();
        assertThat(sent()).as("20 %% capped at 5 %% of 10000").isEqualTo(Quantity.of("0.2499"));
        config.sized(new SizingConfig(new SizingMethod.FixedUsd(Usd.of("80")), true));
        buy();
        assertThat(sent()).as("half the strength, half the size").isEqualTo(Quantity.of("0.1999"));
    }

    @Test
    void withoutAnEdgeNothingIsEntered() {
        config.sized(
                new SizingConfig(new SizingMethod.Kelly(Pct.of("40"), Pct.of("1"), Pct.of("1"), Pct.of("5")), false));
        buy();
        isDenied(Reason.NO_EDGE, "-20 %", "> 0 %");
    }

    @Test
    void anUnansweredEntryCountsAtItsWorst() {
        config.positions = new LimitSet.Positions(null, Usd.of("1200"), null, null, null);
        scenario = EngineScenario.started(config.scripted());
        scenario.venue.statusReadsFail = true;
        scenario.venue.next(OrderPurpose.ENTRY, new Knob.LoseReply(false));
        scenario.say(Word.BUY);
        scenario.say(Word.BUY);
        assertThat(scenario.sent(OrderPurpose.ENTRY)).hasSize(1);
        Output.EntryJudged judged = scenario.last(Output.EntryJudged.class);
        assertThat(judged.checks())
                .filteredOn(check -> !check.passed())
                .extracting(RiskCheck::rule)
                .contains(Reason.DUPLICATE_ENTRY, Reason.WORST_CASE_EXPOSURE)
                .doesNotContain(Reason.MAX_TOTAL_EXPOSURE);
        scenario.venue.statusReadsFail = false;
        scenario.pass(30_000);
    }
}
