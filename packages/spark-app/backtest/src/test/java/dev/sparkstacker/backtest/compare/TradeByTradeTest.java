package dev.sparkstacker.backtest.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.backtest.compare.PastTrade.End;
import dev.sparkstacker.backtest.compare.TradeByTrade.Pair;
import dev.sparkstacker.domain.Interval;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A backtest held against what was traded. */
class TradeByTradeTest {
    private static final long MINUTE = Interval.M1.millis();
    private static final PastRun.Decided NOTHING_KNOWN = (market, barOpenMs) -> "";

    @Test
    void theSameEntriesPairWhateverTheirFillsCost() {
        PastTrade tested = trade("long", 5 * MINUTE + 150, "2000", end(9 * MINUTE + 150, "2010", "opposite_signal"));
        PastTrade traded = trade("long", 5 * MINUTE + 900, "2001", end(9 * MINUTE + 700, "2009", "opposite_signal"));
        TradeByTrade compared = TradeByTrade.of(run("test", List.of(tested)), run("paper", List.of(traded)));

        assertThat(compared.pairs()).containsExactly(new Pair(tested, traded));
        assertThat(compared.divergence()).isEmpty();
        assertThat(compared.pairs().getFirst().entryCostBps()).hasValue(new BigDecimal("5.00"));
        assertThat(compared.both()).isEqualTo(1);
    }

    @Test
    void aShortThatIsSoldLowerCostMore() {
        PastTrade tested = trade("short", 0, "2000", null);
        PastTrade traded = trade("short", 10, "1999", null);
        assertThat(new Pair(tested, traded).entryCostBps()).hasValue(new BigDecimal("5.00"));
    }

    @Test
    void aTradeThatWasNotMadeIsExplainedByWhatEitherSideDecidedOnItsBar() {
        PastTrade both = trade("long", 2 * MINUTE, "2000", end(4 * MINUTE, "2001", "stop_loss"));
        PastTrade missed = trade("short", 7 * MINUTE + 150, "2005", end(8 * MINUTE, "2004", "take_profit"));
        PastRun tested = new PastRun(
                "test",
                Interval.M1,
                0,
                60 * MINUTE,
                List.of(missed, both),
                (market, bar) -> bar == 6 * MINUTE ? "signal sell" : "");
        PastRun traded = new PastRun(
                "paper",
                Interval.M1,
                0,
                60 * MINUTE,
                List.of(both),
                (market, bar) -> bar == 6 * MINUTE ? "ENTER SELL; denied: FEED_DEGRADED (stale, limit none)" : "");
        TradeByTrade compared = TradeByTrade.of(tested, traded);

        assertThat(compared.pairs()).containsExactly(new Pair(both, both), new Pair(missed, null));
        assertThat(compared.onlyTested()).isEqualTo(1);
        assertThat(compared.divergence())
                .contains(
                        "Trade 2 is the first to differ",
                        "short of ETH-USD (main)",
                        "was not traded",
                        "backtest decided: signal sell",
                        "denied: FEED_DEGRADED");
    }

    @Test
    void aTradeThatEndedOtherwiseIsADivergenceAndOneThatIsStillOpenIsNone() {
        PastTrade stopped = trade("long", MINUTE, "2000", end(3 * MINUTE, "1990", "stop_loss"));
        PastTrade held = trade("long", MINUTE, "2000", end(9 * MINUTE, "2020", "take_profit"));
        PastTrade open = trade("long", MINUTE, "2000", null);

        assertThat(TradeByTrade.of(run("test", List.of(held)), run("paper", List.of(stopped)))
                        .divergence())
                .contains("by take_profit", "by stop_loss", "nothing is known of that bar");
        assertThat(TradeByTrade.of(run("test", List.of(held)), run("paper", List.of(open)))
                        .divergence())
                .isEmpty();
    }

    @Test
    void onlyTheTimeThatBothCoverCounts() {
        PastTrade early = trade("long", MINUTE, "2000", null);
        PastTrade late = trade("long", 20 * MINUTE, "2000", null);
        PastRun tested = new PastRun("test", Interval.M1, 0, 60 * MINUTE, List.of(early, late), NOTHING_KNOWN);
        PastRun traded = new PastRun("paper", Interval.M1, 10 * MINUTE, 30 * MINUTE, List.of(late), NOTHING_KNOWN);
        TradeByTrade compared = TradeByTrade.of(tested, traded);

        assertThat(compared.pairs()).containsExactly(new Pair(late, late));
        assertThat(compared.fromMs()).isEqualTo(10 * MINUTE);
        assertThat(compared.toMs()).isEqualTo(30 * MINUTE);
    }

    @Test
    void runsWithoutACommonTimeOrOnOtherBarsCannotBeCompared() {
        PastRun tested = new PastRun("test", Interval.M1, 0, MINUTE, List.of(), NOTHING_KNOWN);
        PastRun later = new PastRun("paper", Interval.M1, MINUTE, 2 * MINUTE, List.of(), NOTHING_KNOWN);
        PastRun coarser = new PastRun("paper", Interval.M3, 0, MINUTE, List.of(), NOTHING_KNOWN);

        assertThatThrownBy(() -> TradeByTrade.of(tested, later)).hasMessageContaining("no time in common");
        assertThatThrownBy(() -> TradeByTrade.of(tested, coarser)).hasMessageContaining("other bars");
    }

    private static PastRun run(String name, List<PastTrade> trades) {
        return new PastRun(name, Interval.M1, 0, 60 * MINUTE, trades, NOTHING_KNOWN);
    }

    private static PastTrade trade(
            String side, long openedMs, String price, @org.jspecify.annotations.Nullable End end) {
        return new PastTrade(
                "macd-eth", "ETH-USD", "main", side, new BigDecimal("0.5"), openedMs, new BigDecimal(price), end);
    }

    private static End end(long closedMs, String price, String reason) {
        return new End(closedMs, new BigDecimal(price), reason, BigDecimal.ONE);
    }
}
