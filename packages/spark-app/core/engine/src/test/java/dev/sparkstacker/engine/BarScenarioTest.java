package dev.sparkstacker.engine;

import static dev.sparkstacker.engine.Configs.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.Output;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How candles and history become closed bars, each judged once. */
class BarScenarioTest {
    private static final long MINUTE_MS = 60_000;

    private final EngineScenario scenario = EngineScenario.started(Configs.single());
    private final long firstMs = EngineScenario.START_MS;

    @AfterEach
    void everythingHolds() {
        Oracle.check(scenario);
        assertThat(judged()).doesNotHaveDuplicates().isSorted();
    }

    private List<Long> judged() {
        return scenario.outputs(Output.BarJudged.class).stream()
                .map(bar -> bar.bar().openTimeMs())
                .toList();
    }

    private long historyReads() {
        return scenario.venue.received.stream()
                .filter(Command.ReadCandles.class::isInstance)
                .count();
    }

    private void trade(long minute, String price) {
        Bar bar = EngineScenario.flatBar(firstMs + minute * MINUTE_MS, price);
        scenario.venue.bars.add(bar);
        scenario.send(new MarketEvent.CandleChanged(ETH, Interval.M1, bar));
    }

    private void at(long minute, long millis) {
        scenario.leap(firstMs + minute * MINUTE_MS + millis - scenario.clocks.venueTimeMs());
    }

    @Test
    void aLaterCandleClosesTheBarBeforeIt() {
        trade(0, "2000");
        at(1, 100);
        long before = historyReads();
        trade(1, "2000");

        assertThat(judged()).endsWith(firstMs);
        assertThat(historyReads()).isEqualTo(before);
    }

    @Test
    void aBarThatNothingFollowsIsClosedByHistoryTwoSecondsAfterItsEnd() {
        trade(0, "2000");
        at(1, 1_900);
        assertThat(judged()).doesNotContain(firstMs);
        at(1, 2_000);

        assertThat(judged()).endsWith(firstMs);
    }

    @Test
    void minutesWithoutTradesGiveNoBar() {
        trade(0, "2000");
        at(1, 2_000);
        at(4, 500);
        trade(4, "2000");
        at(5, 100);
        trade(5, "2000");

        assertThat(judged()).endsWith(firstMs, firstMs + 4 * MINUTE_MS);
    }

    @Test
    void aLostCandleIsReadFromHistoryAndJudgedInOrder() {
        trade(0, "2000");
        at(1, 100);
        trade(1, "2000");
        at(2, 10_000);
        scenario.venue.bars.add(EngineScenario.flatBar(firstMs + 2 * MINUTE_MS, "2000"));
        at(3, 100);
        trade(3, "2000");

        assertThat(judged()).endsWith(firstMs, firstMs + MINUTE_MS, firstMs + 2 * MINUTE_MS);
    }

    @Test
    void aBarThatWasFormingWhenTheConnectionBrokeIsOnlyClosedByHistory() {
        Bar seen = EngineScenario.flatBar(firstMs, "2000");
        Bar whole = new Bar(firstMs, seen.open(), seen.high(), seen.low(), seen.close(), Quantity.of("3"), 9);
        scenario.send(new MarketEvent.CandleChanged(ETH, Interval.M1, seen));
        scenario.venue.bars.add(whole);
        at(0, 40_000);
        scenario.send(new SystemEvent.Disconnected("market", "reset by peer"));
        scenario.send(new SystemEvent.Connected("market"));
        at(1, 100);
        trade(1, "2000");

        assertThat(scenario.last(Output.BarJudged.class).bar()).isEqualTo(whole);
    }

    @Test
    void barsOlderThanOneIntervalWarmUpWithoutBeingJudged() {
        at(5, 500);
        for (int minute = 0; minute < 5; minute++) {
            scenario.venue.bars.add(EngineScenario.flatBar(firstMs + minute * MINUTE_MS, "2000"));
        }
        scenario.send(new SystemEvent.Connected("market"));

        assertThat(judged()).endsWith(firstMs + 4 * MINUTE_MS).doesNotContain(firstMs + 3 * MINUTE_MS);
    }

    @Test
    void aBarToldDifferentlyLaterIsReportedAndNotJudgedAgain() {
        trade(0, "2000");
        at(1, 100);
        trade(1, "2000");
        int judgedBefore = judged().size();
        Bar told = EngineScenario.flatBar(firstMs, "2000");
        Bar revised = new Bar(firstMs, told.open(), told.high(), told.low(), told.close(), Quantity.of("2"), 7);
        scenario.send(new MarketEvent.CandlesRead(ETH, Interval.M1, List.of(revised), scenario.clocks.venueTimeMs()));

        assertThat(scenario.last(Output.BarRevised.class).after()).isEqualTo(revised);
        assertThat(judged()).hasSize(judgedBefore);
    }

    @Test
    void unreadHistoryIsReadAgainAndNotTakenForEmpty() {
        trade(0, "2000");
        scenario.venue.candleReadsFail = true;
        at(1, 2_000);
        assertThat(judged()).doesNotContain(firstMs);
        scenario.venue.candleReadsFail = false;
        scenario.pass(2_500);

        assertThat(judged()).endsWith(firstMs);
    }

    @Test
    void historyThatDoesNotHoldTheBarYetIsNotAskedWithoutPause() {
        Bar bar = EngineScenario.flatBar(firstMs, "2000");
        scenario.send(new MarketEvent.CandleChanged(ETH, Interval.M1, bar));
        at(1, 2_000);
        long before = historyReads();
        scenario.pass(4_000);
        assertThat(historyReads() - before).isBetween(1L, 2L);
        scenario.venue.bars.add(bar);
        scenario.pass(2_500);

        assertThat(judged()).endsWith(firstMs);
    }
}
