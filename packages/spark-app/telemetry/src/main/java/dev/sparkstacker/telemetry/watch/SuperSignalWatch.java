package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.Output.BarJudged;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.telemetry.log.Field;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What the super signal tells besides its judgement: its oscillators, near misses, and a trend that stays in its extreme. */
final class SuperSignalWatch {
    private static final String TREND_K = "trendK";
    private static final String EMBEDDED = "embeddedBars";
    private static final String LONG = "long";
    private static final String SHORT = "short";
    /** So many bars in the extreme block the side against it; fewer only ask for location. */
    private static final int BLOCKING_BARS = 3;

    private final Outlet out;
    private final Map<Key, Integer> embedded = new HashMap<>();

    private record Key(StrategyId strategy, MarketId market) {}

    SuperSignalWatch(Outlet out) {
        this.out = out;
    }

    void judged(BarJudged judged) {
        OptionalDouble trendK = value(judged, TREND_K);
        if (trendK.isEmpty()) {
            return;
        }
        write(
                LogEvent.STOCHASTIC_CALCULATED,
                judged,
                "Oscillators at the close",
                field("interval", judged.interval().code()),
                field("barTime", Figures.time(judged.bar().openTimeMs())),
                field("values", Figures.values(judged.values())));
        streak(judged, trendK.getAsDouble());
        if (judged.reason() == Reason.NEAR_MISS) {
            nearMiss(judged);
        }
    }

    private void nearMiss(BarJudged judged) {
        Condition missing = judged.conditions().stream()
                .filter(condition -> !condition.met())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A near miss misses something: " + judged));
        String direction = missing.name().startsWith(SHORT) ? SHORT : LONG;
        out.meters()
                .strategy
                .nearMisses
                .labelValues(judged.strategy().name(), direction)
                .inc();
        write(
                LogEvent.SIGNAL_NEAR_MISS,
                judged,
                "Near miss of a " + direction + ": " + missing.value(),
                field("direction", direction),
                field("missingComponent", missing.value()),
                field("conditions", Figures.conditions(judged.conditions())),
                field("values", Figures.values(judged.values())));
    }

    /** Told when a streak begins, and when it is long enough to block. */
    private void streak(BarJudged judged, double trendK) {
        int bars = (int) value(judged, EMBEDDED).orElse(0);
        Integer before = embedded.put(new Key(judged.strategy(), judged.market()), bars);
        int count = Math.abs(bars);
        boolean begins = count > 0 && (before == null || Integer.signum(before) != Integer.signum(bars));
        boolean blocks = count == BLOCKING_BARS;
        if (begins || blocks) {
            write(
                    LogEvent.EMBEDDED_STREAK_DETECTED,
                    judged,
                    "The trend oscillator is embedded " + (bars > 0 ? "high" : "low") + " for " + count + " bars",
                    field("streakType", bars > 0 ? "HIGH" : "LOW"),
                    field("streakCount", count),
                    field("trendK", trendK),
                    field("action", count < BLOCKING_BARS ? "REQUIRING_LOCATION" : "BLOCKING_COUNTER_TREND"));
        }
    }

    private static OptionalDouble value(BarJudged judged, String name) {
        for (NamedValue value : judged.values()) {
            if (value.name().equals(name) && Double.isFinite(value.value())) {
                return OptionalDouble.of(value.value());
            }
        }
        return OptionalDouble.empty();
    }

    private void write(LogEvent event, BarJudged judged, String message, Field... fields) {
        LogContext context = LogContext.of("strategy", judged.cause())
                .strategy(judged.strategy())
                .market(judged.market());
        out.log().event(event, context, message, fields);
    }
}
