package dev.sparkstacker.backtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.optimize.Candidate;
import dev.sparkstacker.backtest.optimize.Outcome;
import dev.sparkstacker.backtest.optimize.RunEvaluation;
import dev.sparkstacker.backtest.optimize.Task;
import dev.sparkstacker.backtest.optimize.Window;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.config.ExitConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run of a search that fails is an outcome with its reason. */
class FailedRunTest {
    private static final long MINUTE = Interval.M1.millis();
    private static final ExitConfig WIDE = new ExitConfig(Rate.of("0.1"), Rate.of("0.9"), 864_000_000);

    private static Task over(long fromMinute, long toMinute) {
        return new Task(
                new Candidate(0, List.of(), List.of()),
                new Window(Runs.START_MS + fromMinute * MINUTE, Runs.START_MS + toMinute * MINUTE));
    }

    private static Outcome run(long throwsAtMinute, Task task) {
        MarketData.Bars data = Runs.walk(500, 91);
        Scripted script = new Scripted(Map.of(), Runs.START_MS + throwsAtMinute * MINUTE);
        return new RunEvaluation(Runs.settings(script, Interval.M1, WIDE), script, data).run(task);
    }

    @Test
    void aStrategyThatThrowsIsToldWithItsBar() {
        assertThat(run(300, over(100, 400)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        failed -> assertThat(failed.reason())
                                .contains(
                                        "The run failed",
                                        "Strategy scripted failed on the bar of 2025-05-31T05:00:00Z"));
    }

    @Test
    void aWindowThatTheStrategySurvivesIsRun() {
        assertThat(run(300, over(100, 250))).isInstanceOf(Outcome.Ran.class);
    }

    @Test
    void aWindowWithoutDataIsToldAsSuch() {
        assertThat(run(-1, over(5_000, 6_000)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        failed -> assertThat(failed.reason()).contains("The run failed", "no data to trade on"));
    }
}
