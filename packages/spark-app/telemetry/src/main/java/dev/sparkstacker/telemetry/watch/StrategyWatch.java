package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.Output.BarJudged;
import dev.sparkstacker.domain.output.Output.BarRevised;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.telemetry.log.Field;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.BoundedLabel;
import dev.sparkstacker.telemetry.metrics.Labels;
import dev.sparkstacker.telemetry.metrics.StrategyMeters;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What strategies made of closed bars. */
final class StrategyWatch {
    private static final int MOST_INDICATORS = 32;
    private static final String HISTOGRAM = "histogram";

    private final Outlet out;
    private final StrategyMeters meters;
    private final BoundedLabel indicators = new BoundedLabel(MOST_INDICATORS);
    private final Map<Key, Double> histograms = new HashMap<>();

    private record Key(StrategyId strategy, MarketId market) {}

    StrategyWatch(Outlet out) {
        this.out = out;
        this.meters = out.meters().strategy;
    }

    void judged(BarJudged judged) {
        if (judged.reason() != Reason.HISTORICAL_BAR) {
            count(judged);
        }
        values(judged);
        tell(judged);
    }

    void revised(BarRevised revised) {
        out.meters().venue.barsRevised.labelValues(revised.market().symbol()).inc();
        out.log()
                .event(
                        LogEvent.BAR_REVISED,
                        LogContext.of("market-data", revised.cause()).market(revised.market()),
                        "A closed bar changed; it is not judged again",
                        field("interval", revised.interval().code()),
                        field("barTime", Figures.time(revised.before().openTimeMs())),
                        field("closeBefore", revised.before().close()),
                        field("closeAfter", revised.after().close()));
    }

    private void count(BarJudged judged) {
        String strategy = judged.strategy().name();
        meters.barsJudged.labelValues(strategy, Labels.of(judged.verdict())).inc();
        meters.lastJudged
                .labelValues(strategy, judged.market().symbol())
                .set(judged.cause().venueTimeMs() / 1000.0);
        if (judged.reason() != null) {
            meters.noTrade.labelValues(strategy, judged.reason().name()).inc();
        }
        String signal = signal(judged);
        if (signal != null) {
            meters.signalCount.labelValues(type(judged.strategy()), signal).inc();
            if (!signal.equals("neutral")) {
                meters.signals.labelValues(strategy, signal).inc();
            }
        }
    }

    /** buy or sell where the strategy takes a side, neutral where it did nothing, null where it adjusts or could not look. */
    private static @Nullable String signal(BarJudged judged) {
        return switch (judged.verdict()) {
            case ENTER, EXIT, REVERSE -> judged.side() == null ? null : Labels.of(judged.side());
            case NO_TRADE -> "neutral";
            case ADJUST, WARMING_UP -> null;
        };
    }

    private void values(BarJudged judged) {
        String strategy = judged.strategy().name();
        boolean macd = type(judged.strategy()).equals("macd");
        for (NamedValue value : judged.values()) {
            if (!Double.isFinite(value.value())) {
                continue;
            }
            meters.indicatorValue
                    .labelValues(strategy, judged.market().symbol(), indicators.of(value.name()))
                    .set(value.value());
            if (macd && isMacdComponent(value.name())) {
                meters.macdValue.labelValues(strategy, value.name()).set(value.value());
            }
            if (macd && value.name().equals(HISTOGRAM)) {
                crossover(judged, value.value());
            }
        }
    }

    private static boolean isMacdComponent(String name) {
        return name.equals("macd") || name.equals("signal") || name.equals(HISTOGRAM);
    }

    private void crossover(BarJudged judged, double histogram) {
        Double before = histograms.put(new Key(judged.strategy(), judged.market()), histogram);
        if (before == null || judged.reason() == Reason.HISTORICAL_BAR) {
            return;
        }
        String strategy = judged.strategy().name();
        if (before <= 0 && histogram > 0) {
            meters.macdCrossovers.labelValues(strategy, "bullish").inc();
        } else if (before >= 0 && histogram < 0) {
            meters.macdCrossovers.labelValues(strategy, "bearish").inc();
        }
    }

    private void tell(BarJudged judged) {
        switch (judged.verdict()) {
            case ENTER -> {
                signalled(judged);
                write(
                        LogEvent.ENTRY_CONDITION_MET,
                        judged,
                        "Enters " + direction(judged.side()),
                        field("direction", direction(judged.side())),
                        conditions(judged));
            }
            case EXIT -> exits(judged, "exit");
            case REVERSE -> exits(judged, "reverse");
            case ADJUST -> exits(judged, "adjust");
            case NO_TRADE ->
                write(
                        LogEvent.NO_TRADE,
                        judged,
                        "No trade: " + judged.reason(),
                        field("reason", judged.reason()),
                        price(judged),
                        barTime(judged),
                        interval(judged),
                        conditions(judged),
                        values(judged.values()));
            case WARMING_UP ->
                write(
                        LogEvent.STRATEGY_WARMING_UP,
                        judged,
                        "Warming up",
                        price(judged),
                        barTime(judged),
                        interval(judged),
                        field("reason", judged.reason()));
        }
        if (judged.verdict() != Verdict.WARMING_UP) {
            write(
                    LogEvent.INDICATOR_VALUES,
                    judged,
                    "Indicators at the close",
                    interval(judged),
                    barTime(judged),
                    values(judged.values()));
        }
    }

    private void exits(BarJudged judged, String exitType) {
        if (judged.side() != null) {
            signalled(judged);
        }
        write(
                LogEvent.EXIT_CONDITION_TRIGGERED,
                judged,
                switch (exitType) {
                    case "exit" -> "Exits";
                    case "adjust" -> "Closes a part or moves the stop";
                    default -> "Reverses to " + direction(judged.side());
                },
                field("exitType", exitType),
                conditions(judged),
                field("direction", Figures.direction(judged.side())));
    }

    private void signalled(BarJudged judged) {
        String side = judged.side() == null ? "exit" : Labels.of(judged.side());
        write(
                LogEvent.SIGNAL_GENERATED,
                judged,
                "Signal: " + side + " at " + judged.bar().close(),
                field("direction", judged.side() == null ? "exit" : Figures.direction(judged.side())),
                field("verdict", Labels.of(judged.verdict())),
                field("strength", judged.confidence()),
                price(judged),
                barTime(judged),
                interval(judged),
                values(judged.values()));
    }

    private void write(LogEvent event, BarJudged judged, String message, Field... fields) {
        LogContext context = LogContext.of("strategy", judged.cause())
                .strategy(judged.strategy())
                .market(judged.market());
        out.log().event(event, context, message, fields);
    }

    private String type(StrategyId id) {
        for (StrategyConfig strategy : out.config().strategies()) {
            if (strategy.id().equals(id)) {
                return strategy.type();
            }
        }
        return "unknown";
    }

    private static String direction(@Nullable Side side) {
        String direction = Figures.direction(side);
        return direction == null ? "flat" : direction;
    }

    private static Field price(BarJudged judged) {
        return field("price", judged.bar().close());
    }

    private static Field barTime(BarJudged judged) {
        return field("barTime", Figures.time(judged.bar().openTimeMs()));
    }

    private static Field interval(BarJudged judged) {
        return field("interval", judged.interval().code());
    }

    private static Field conditions(BarJudged judged) {
        return field("conditions", Figures.conditions(judged.conditions()));
    }

    private static Field values(java.util.List<NamedValue> values) {
        return field("values", Figures.values(values));
    }
}
