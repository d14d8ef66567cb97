package dev.sparkstacker.strategies.multi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.strategies.Follower;
import dev.sparkstacker.strategies.Intent;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.Stance;
import dev.sparkstacker.strategies.Standing;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.TestBars;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiStrategyTest {
    private static final Standing LONG = new Standing(Stance.LONG, Side.BUY, Price.of("100"), Price.of("90"));

    private static Strategy multi(String enterLong, String enterShort, String exitLong, String exitShort) {
        return new MultiType()
                .create(
                        List.of(
                                new Parameter("enterLong", enterLong),
                                new Parameter("enterShort", enterShort),
                                new Parameter("exitLong", exitLong),
                                new Parameter("exitShort", exitShort)),
                        Interval.M1);
    }

    private static Bar close(int minute, double close) {
        return TestBars.bar(minute, close, 1);
    }

    @Test
    void anEntryNeedsItsWholeCondition() {
        Strategy strategy = multi("close > 100 and volume >= 1", "never", "never", "never");

        assertThat(strategy.onBarClosed(close(0, 100), Standing.FLAT).reason()).isEqualTo(Reason.NO_SIGNAL);
        Judgement judgement = strategy.onBarClosed(close(1, 100.1), Standing.FLAT);
        assertThat(judgement.intents()).containsExactly(new Intent.Enter(Side.BUY));
        assertThat(judgement.conditions()).hasSize(2).allMatch(condition -> condition.met());
    }

    @Test
    void bothSidesAtOnceAreNeither() {
        Strategy strategy = multi("close > 1", "close > 1", "never", "never");

        assertThat(strategy.onBarClosed(close(0, 100), Standing.FLAT).reason()).isEqualTo(Reason.NO_SIGNAL);
    }

    @Test
    void aPositionIsLeftByItsExitOrByTheOtherSide() {
        Strategy strategy = multi("close > 100", "close < 50", "close < 80", "never");

        assertThat(strategy.onBarClosed(close(0, 79), LONG).intents())
                .containsExactly(new Intent.Exit(ExitReason.EXIT_SIGNAL));
        assertThat(strategy.onBarClosed(close(1, 49), LONG).intents())
                .containsExactly(new Intent.Exit(ExitReason.OPPOSITE_SIGNAL), new Intent.Enter(Side.SELL));
        assertThat(strategy.onBarClosed(close(2, 101), LONG).reason()).isEqualTo(Reason.ALREADY_IN_POSITION);
    }

    @Test
    void aCrossingHappensOnce() {
        Strategy strategy = multi("close crosses above 100", "never", "never", "never");
        strategy.onBarClosed(close(0, 100), Standing.FLAT);

        assertThat(strategy.onBarClosed(close(1, 101), Standing.FLAT).verdict()).isEqualTo(Verdict.ENTER);
        assertThat(strategy.onBarClosed(close(2, 102), Standing.FLAT).verdict()).isEqualTo(Verdict.NO_TRADE);
    }

    @Test
    void anHourIsSeenOnlyOnceItHasEnded() {
        Strategy strategy = multi("close@1h > 100", "never", "never", "never");
        for (int minute = 0; minute < 59; minute++) {
            assertThat(strategy.onBarClosed(close(minute, 200), Standing.FLAT).reason())
                    .isEqualTo(Reason.WARMING_UP);
        }
        assertThat(strategy.onBarClosed(close(59, 99), Standing.FLAT).verdict()).isEqualTo(Verdict.NO_TRADE);
        for (int minute = 60; minute < 119; minute++) {
            assertThat(strategy.onBarClosed(close(minute, 200), Standing.FLAT).verdict())
                    .isEqualTo(Verdict.NO_TRADE);
        }
        assertThat(strategy.onBarClosed(close(119, 101), Standing.FLAT).verdict())
                .isEqualTo(Verdict.ENTER);
    }

    @Test
    void cuttingTheFutureChangesNothingOnLongerTimeframesEither() {
        List<Bar> bars = TestBars.walk(77, 4_000);
        Follower whole = new Follower(onTimeframes());
        whole.follow(bars);
        assertThat(whole.judgements()).anyMatch(judgement -> judgement.verdict() == Verdict.ENTER);
        for (int cut = 1; cut < bars.size(); cut += 331) {
            Follower prefix = new Follower(onTimeframes());
            prefix.follow(bars.subList(0, cut));
            assertThat(prefix.judgements()).isEqualTo(whole.judgements().subList(0, cut));
        }
    }

    private static Strategy onTimeframes() {
        return multi(
                "rsi(14)@15m < 45 and stochastic(9,3).k crosses above 20",
                "rsi(14)@15m > 55 and stochastic(9,3).k crosses below 80",
                "close < bollinger(20,2).middle@5m",
                "close > bollinger(20,2).middle@5m");
    }

    @Test
    void aMistakeNamesTheParameterAndTheColumn() {
        assertThatThrownBy(() -> multi("close > 1", "close <", "never", "never"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("enterShort: ")
                .hasMessageContaining("column 8");
    }
}
