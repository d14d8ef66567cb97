package dev.sparkstacker.store;

import static dev.sparkstacker.store.Samples.ETH;
import static dev.sparkstacker.store.Samples.HEDGE;
import static dev.sparkstacker.store.Samples.HEDGE_LEG;
import static dev.sparkstacker.store.Samples.KPEPE;
import static dev.sparkstacker.store.Samples.MACD;
import static dev.sparkstacker.store.Samples.MAIN;
import static dev.sparkstacker.store.Samples.MAIN_LEG;
import static dev.sparkstacker.store.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.store.query.AccountTotals;
import dev.sparkstacker.store.query.CashFlows;
import dev.sparkstacker.store.query.JudgementCount;
import dev.sparkstacker.store.query.LegTotals;
import dev.sparkstacker.store.query.NetPosition;
import dev.sparkstacker.store.query.Page;
import dev.sparkstacker.store.query.TradeTotals;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What must hold of reading on every database; the scenarios of writing come with them. */
abstract class QueryScenarios extends ProjectionScenarios {
    @Test
    void aNewStoreIsEmptyAndSaysSo() {
        assertThat(store.projector().checkpoint()).isEqualTo(Projector.NOTHING);
        assertThat(store.trading().openLegs()).isEmpty();
        assertThat(store.trading().tradeTotals()).isEmpty();
        assertThat(store.trading().equity(MAIN, 0, Long.MAX_VALUE, 100)).isEmpty();
        assertThat(store.outputs().latestEpoch()).isEmpty();
        assertThat(store.explanations().why(MACD)).isEmpty();
    }

    @Test
    void anOrderIsOpenUntilItCannotExecute() {
        store.projector()
                .apply(
                        List.of(
                                Samples.order(1, Samples.entry(1), OrderState.SENT),
                                Samples.order(2, Samples.stop(2), OrderState.UNKNOWN),
                                Samples.order(3, Samples.entry(1), OrderState.FILLED)),
                        3);

        assertThat(store.trading().openOrders())
                .extracting(it -> it.order().id())
                .containsExactly(Samples.orderId(2));
        assertThat(store.trading().recentOrders(ALL))
                .extracting(Output.OrderChanged::state)
                .containsExactly(OrderState.FILLED, OrderState.UNKNOWN);
        assertThat(store.trading().orderHistory(Samples.orderId(1)))
                .extracting(Output.OrderChanged::state)
                .containsExactly(OrderState.FILLED, OrderState.SENT);
    }

    @Test
    void netPositionsAddUpTheLegsOfAnAccount() {
        var second = new LegId(new StrategyId("other"), ETH, LegRole.MAIN);
        store.projector()
                .apply(
                        List.of(
                                Samples.leg(1, MAIN, MAIN_LEG, LegState.OPEN, "0.5"),
                                Samples.leg(1, HEDGE, HEDGE_LEG, LegState.OPEN, "-0.1"),
                                Samples.leg(2, MAIN, second, LegState.OPEN, "0.25"),
                                Samples.leg(3, HEDGE, HEDGE_LEG, LegState.FLAT, "0")),
                        3);

        assertThat(store.trading().netPositions())
                .containsExactly(new NetPosition(MAIN, ETH, SignedQuantity.of("0.75"), 2));
        assertThat(store.trading().openLegs()).hasSize(2);
        assertThat(store.trading().legs()).hasSize(3);
    }

    @Test
    void whatWasBookedToALegIsFoundSinceItWasLastFlat() {
        List<Output> outputs = List.of(
                Samples.leg(1, MAIN, MAIN_LEG, LegState.ENTERING, "0"),
                Samples.fill(2, MAIN_LEG, Samples.orderId(1)),
                Samples.funding(3, MAIN_LEG, "-0.5"),
                Samples.fill(4, MAIN_LEG, Samples.orderId(2)),
                Samples.leg(4, MAIN, MAIN_LEG, LegState.FLAT, "0"),
                Samples.leg(5, MAIN, MAIN_LEG, LegState.ENTERING, "0"),
                Samples.fill(6, MAIN_LEG, Samples.orderId(3)),
                Samples.fill(7, HEDGE_LEG, Samples.orderId(4)),
                Samples.funding(8, MAIN_LEG, "0.25"),
                Samples.fill(9, null, null),
                Samples.fill(10, MAIN_LEG, Samples.orderId(5)));
        store.projector().apply(outputs, 10);

        assertThat(store.trading().fillsSinceFlat(MAIN_LEG))
                .containsExactly((Output.FillBooked) outputs.get(6), (Output.FillBooked) outputs.get(10));
        assertThat(store.trading().fundingSinceFlat(MAIN_LEG)).containsExactly((Output.FundingBooked) outputs.get(8));
        assertThat(store.trading().fillsSinceFlat(HEDGE_LEG)).containsExactly((Output.FillBooked) outputs.get(7));
    }

    @Test
    void tradeTotalsAreExact() {
        store.projector()
                .apply(
                        List.of(
                                Samples.trade(1, MAIN_LEG, "0.1", "0.00000001", "-0.2", "-0.10000001"),
                                Samples.trade(2, MAIN_LEG, "90000000000", "0", "0", "90000000000"),
                                Samples.trade(3, HEDGE_LEG, "0.00000001", "0", "0", "0")),
                        3);

        List<LegTotals> totals = store.trading().tradeTotals();

        assertThat(totals)
                .containsExactly(
                        new LegTotals(
                                HEDGE_LEG, new TradeTotals(1, 0, Usd.of("0.00000001"), Usd.ZERO, Usd.ZERO, Usd.ZERO)),
                        new LegTotals(
                                MAIN_LEG,
                                new TradeTotals(
                                        2,
                                        1,
                                        Usd.of("90000000000.1"),
                                        Usd.of("0.00000001"),
                                        Usd.of("-0.2"),
                                        Usd.of("89999999999.89999999"))));
        assertThat(TradeTotals.of(totals).count()).isEqualTo(3);
    }

    @Test
    void tradeTotalsAddUpByAccountToo() {
        store.projector()
                .apply(
                        List.of(
                                Samples.trade(1, MAIN_LEG, "5", "1", "0", "4"),
                                Samples.trade(2, MAIN_LEG, "-2", "1", "0.5", "-2.5")),
                        2);

        assertThat(store.trading().accountTotals())
                .containsExactly(new AccountTotals(
                        MAIN, new TradeTotals(2, 1, Usd.of("3"), Usd.of("2"), Usd.of("0.5"), Usd.of("1.5"))));
    }

    @Test
    void flowsCountAnExecutionThatLegsShareOnce() {
        Output.FillBooked main = Samples.fill(1, MAIN_LEG, Samples.orderId(1));
        Output.FillBooked shared = Samples.fill(1, HEDGE_LEG, Samples.orderId(1));
        store.projector().apply(List.of(main, shared), 1);
        long filledAt = main.fill().venueTimeMs();

        assertThat(store.trading().flowsSince(filledAt))
                .isEqualTo(CashFlows.NONE.withFill(
                        main.fill().closedPnl(), main.fill().fee()));
        assertThat(store.trading().flowsSince(filledAt + 1)).isEqualTo(CashFlows.NONE);
    }

    @Test
    void equityBeforeATimeIsTheLastOfEachAccount() {
        store.projector()
                .apply(
                        List.of(
                                Samples.equity(1, MAIN, "100"),
                                Samples.equity(2, HEDGE, "200"),
                                Samples.equity(3, MAIN, "101"),
                                Samples.equity(4, MAIN, "102")),
                        4);

        assertThat(store.trading().equityBefore(T0 + 4_000))
                .extracting(Output.EquityMarked::accountValue)
                .containsExactly(Usd.of("200"), Usd.of("101"));
        assertThat(store.trading().equityBefore(T0 + 1_000)).isEmpty();
    }

    @Test
    void theFirstStartIsKept() {
        assertThat(store.outputs().firstEpoch()).isEmpty();
        store.projector()
                .apply(
                        List.of(
                                new Output.EpochBegan(Samples.cause(1), 7, 1, "a", "x"),
                                new Output.EpochBegan(Samples.cause(2), 7, 2, "b", "y")),
                        2);

        assertThat(store.outputs().firstEpoch())
                .get()
                .extracting(Output.EpochBegan::epoch)
                .isEqualTo(1);
    }

    @Test
    void tradesArePaged() {
        List<Output> trades = LongStream.rangeClosed(1, 25)
                .<Output>mapToObj(it -> Samples.trade(it, MAIN_LEG, "1", "0", "0", "1"))
                .toList();
        store.projector().apply(trades, 25);

        assertThat(store.trading().recentTrades(new Page(10, 20)))
                .extracting(it -> it.cause().sequence())
                .containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void theLatestJudgementOfEachMarketExplainsAStrategy() {
        Output.BarJudged eth = Samples.judged(3, ETH, Verdict.NO_TRADE, Reason.NO_CROSSOVER);
        Output.BarJudged pepe = Samples.judged(2, KPEPE, Verdict.ENTER, null);
        store.projector().apply(List.of(Samples.judged(1, ETH, Verdict.NO_TRADE, Reason.NO_CROSSOVER), pepe, eth), 3);

        assertThat(store.explanations().why(MACD)).containsExactly(eth, pepe);
        assertThat(store.explanations().latestJudgement(MACD, ETH)).contains(eth);
        assertThat(store.explanations().strategies()).containsExactly(MACD);
        assertThat(store.explanations().recentSignals(ALL)).containsExactly(pepe);
        assertThat(store.explanations().recentNonSignals(ALL)).hasSize(2);
        assertThat(store.explanations().judgementCounts())
                .containsExactly(
                        new JudgementCount(MACD, ETH, Verdict.NO_TRADE, Reason.NO_CROSSOVER, 2),
                        new JudgementCount(MACD, KPEPE, Verdict.ENTER, null, 1));
    }

    @Test
    void aConfidenceThatIsNoNumberStaysNone() {
        Output.BarJudged sample = Samples.judged(1, ETH, Verdict.WARMING_UP, Reason.WARMING_UP);
        Output.BarJudged unknown = new Output.BarJudged(
                sample.cause(),
                sample.strategy(),
                sample.market(),
                sample.interval(),
                sample.bar(),
                sample.verdict(),
                sample.reason(),
                null,
                Double.NaN,
                List.of(),
                List.of());

        store.projector().apply(List.of(unknown), 1);

        assertThat(store.explanations().latestJudgement(MACD, ETH)).contains(unknown);
    }

    @Test
    void theVenuesWordsMayHoldAnyCharacter() {
        Output strange = new Output.Reconciled(Samples.cause(1), MAIN, 0, "a\0b '\"; ? :x <y> 漢 🙂\n");

        store.projector().apply(List.of(strange), 1);

        assertThat(store.outputs().recent(Output.Reconciled.class, ALL))
                .singleElement()
                .extracting(Output.Reconciled::detail)
                .isEqualTo("a\uFFFDb '\"; ? :x <y> 漢 🙂\n");
    }

    @Test
    void incidentsAreChosenBySeverity() {
        store.projector()
                .apply(
                        List.of(
                                Samples.incident(1, Severity.INFO),
                                Samples.incident(2, Severity.CRITICAL),
                                Samples.incident(3, Severity.ERROR)),
                        3);

        assertThat(store.outputs().incidents(Severity.ERROR, ALL))
                .extracting(Output.IncidentRaised::severity)
                .containsExactly(Severity.ERROR, Severity.CRITICAL);
    }

    @Test
    void equityIsThinnedToRealValues() {
        List<Output> values = LongStream.rangeClosed(1, 1_000)
                .<Output>mapToObj(it -> Samples.equity(it, it % 2 == 0 ? MAIN : HEDGE, Long.toString(it)))
                .toList();
        store.projector().apply(values, 1_000);

        List<Output.EquityMarked> series = store.trading().equity(MAIN, Long.MIN_VALUE, Long.MAX_VALUE, 50);

        assertThat(series).hasSizeBetween(40, 50).isSortedAccordingTo(bySequence());
        assertThat(values).containsAll(series);
        assertThat(series.getLast().accountValue()).isEqualTo(Usd.of("1000"));
        assertThat(store.trading().equity(MAIN, T0 + 1_000, T0 + 10_000, 50)).hasSize(5);
        assertThat(store.trading().latestEquity())
                .extracting(Output.EquityMarked::accountValue)
                .containsExactly(Usd.of("999"), Usd.of("1000"));
    }

    private static Comparator<Output.EquityMarked> bySequence() {
        return Comparator.comparingLong(it -> it.cause().sequence());
    }
}
