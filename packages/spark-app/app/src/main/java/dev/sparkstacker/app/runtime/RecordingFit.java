package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.sandbox.PriceCheck;
import dev.sparkstacker.strategies.Strategies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Whether the strategies can decide anything on a recorded market. */
final class RecordingFit {
    private static final String PATH = "paper.dataFile";
    private static final long MINUTE_MS = 60_000;
    private static final long SHORT_SECONDS = 30;

    private RecordingFit() {}

    /** An error where no bar can ever close, warnings where there is too little of it. */
    static List<Problem> problems(EffectiveConfig config, PriceCheck.Found found) {
        List<Problem> problems = new ArrayList<>();
        for (StrategyConfig strategy : config.trading().strategies()) {
            coarse(config, strategy, found.barMs(), problems);
        }
        if (problems.isEmpty() && found.lengthMs().isPresent()) {
            long lengthMs = found.lengthMs().getAsLong();
            for (StrategyConfig strategy : config.trading().strategies()) {
                cold(config, strategy, found.historyBars(), lengthMs, problems);
            }
            brief(config, lengthMs, problems);
        }
        return problems;
    }

    private static void coarse(
            EffectiveConfig config, StrategyConfig strategy, OptionalLong barMs, List<Problem> problems) {
        long wanted = strategy.interval().millis();
        if (barMs.isPresent() && barMs.getAsLong() > wanted) {
            problems.add(Problem.error(
                    config.places().originOf(PATH),
                    PATH,
                    "holds bars of " + barMs.getAsLong() / MINUTE_MS + " minutes, but " + strategy.id() + " decides on "
                            + strategy.interval().code() + " bars, and coarser bars cannot be taken apart",
                    "Choose finer data, or a longer interval for the strategy."));
        }
    }

    private static void cold(
            EffectiveConfig config, StrategyConfig strategy, int historyBars, long lengthMs, List<Problem> problems) {
        Interval interval = strategy.interval();
        int needed = Strategies.byName(strategy.type())
                .map(type -> type.create(strategy.parameters(), interval).warmUpBars())
                .orElse(0);
        long held = (historyBars * MINUTE_MS + lengthMs) / interval.millis();
        if (held <= needed) {
            problems.add(Problem.warning(
                    config.places().originOf(PATH),
                    PATH,
                    "holds " + held + " bars of " + interval.code() + ", but " + strategy.id() + " needs " + needed
                            + " before it can decide: it will not trade",
                    "Choose a longer recording, or shorter parameters."));
        }
    }

    private static void brief(EffectiveConfig config, long lengthMs, List<Problem> problems) {
        BigDecimal speed = config.config().paper().speed();
        long seconds = BigDecimal.valueOf(lengthMs)
                .divide(speed.movePointRight(3), 0, RoundingMode.DOWN)
                .longValue();
        if (seconds < SHORT_SECONDS) {
            problems.add(Problem.warning(
                    config.places().originOf(PATH),
                    PATH,
                    "is over after " + seconds + " s at speed " + speed.toPlainString()
                            + ", of which the start takes some",
                    "Choose --speed 1, or a longer recording."));
        }
    }
}
