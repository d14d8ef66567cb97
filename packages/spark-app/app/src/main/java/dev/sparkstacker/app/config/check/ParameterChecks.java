package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.strategies.InvalidParameter;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.Locale;

/** A strategy can be made of its parameters, and can judge before long. */
final class ParameterChecks {
    /** Bars of one interval that the venue keeps. */
    private static final int VENUE_HISTORY_BARS = 5_000;

    private static final double DAY_MS = 86_400_000;

    private ParameterChecks() {}

    static void run(Scope scope, StrategySettings strategy) {
        String path = scope.pathOf(strategy.parameters());
        if (!scope.sound(path) || !scope.sound(scope.pathOf(strategy) + ".interval")) {
            return;
        }
        StrategyType type = Strategies.byName(strategy.type()).orElseThrow();
        try {
            Strategy made = type.create(strategy.parameters().values(), strategy.interval());
            warmUp(scope, strategy, path, made.warmUpBars());
        } catch (InvalidParameter wrong) {
            scope.error(path + "." + wrong.parameter(), wrong.what(), wrong.remedy());
        }
    }

    private static void warmUp(Scope scope, StrategySettings strategy, String path, int bars) {
        if (bars <= VENUE_HISTORY_BARS) {
            return;
        }
        double days = (bars - VENUE_HISTORY_BARS) * (double) strategy.interval().millis() / DAY_MS;
        scope.warning(
                path,
                "it needs " + bars + " closed bars of " + strategy.interval().code()
                        + " before it can judge; the venue keeps about " + VENUE_HISTORY_BARS
                        + ", so that it first judges after " + String.format(Locale.ROOT, "%.1f", days) + " days",
                "Use a longer interval or shorter lengths.");
    }
}
