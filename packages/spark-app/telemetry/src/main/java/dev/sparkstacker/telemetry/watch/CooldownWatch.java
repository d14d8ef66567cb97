package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Output.BarJudged;
import dev.sparkstacker.domain.output.Output.TradeClosed;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import java.util.HashMap;
import java.util.Map;

/** Begin and end of the time in which a strategy that was stopped out does not enter. */
final class CooldownWatch {
    private final Outlet out;
    private final Map<Key, Long> endsMs = new HashMap<>();

    private record Key(StrategyId strategy, MarketId market) {}

    CooldownWatch(Outlet out) {
        this.out = out;
    }

    /** A stop of the main leg begins one, where the strategy is configured to have any. */
    void closed(TradeClosed trade) {
        if (trade.reason() != ExitReason.STOP_LOSS || trade.leg().role() != LegRole.MAIN) {
            return;
        }
        StrategyId strategy = trade.leg().strategy();
        MarketId market = trade.leg().market();
        for (StrategyConfig config : out.config().strategies()) {
            int bars = config.exits().cooldownBars();
            if (config.id().equals(strategy) && bars > 0) {
                long endMs =
                        trade.cause().venueTimeMs() + bars * config.interval().millis();
                endsMs.put(new Key(strategy, market), endMs);
                out.meters().strategy.cooldowns.labelValues(strategy.name()).inc();
                out.log()
                        .event(
                                LogEvent.COOLDOWN_TRIGGERED,
                                LogContext.of("strategy", trade.cause())
                                        .strategy(strategy)
                                        .market(market),
                                "Cools down for " + bars + " bars after a stop-out",
                                field("reason", "STOP_OUT"),
                                field("cooldownBars", bars),
                                field("until", Figures.time(endMs)));
            }
        }
    }

    /** The first bar that closes at the end or later may lead to an entry again. */
    void judged(BarJudged judged) {
        Key key = new Key(judged.strategy(), judged.market());
        Long endMs = endsMs.get(key);
        if (endMs == null || judged.bar().openTimeMs() + judged.interval().millis() < endMs) {
            return;
        }
        endsMs.remove(key);
        out.log()
                .event(
                        LogEvent.COOLDOWN_EXPIRED,
                        LogContext.of("strategy", judged.cause())
                                .strategy(judged.strategy())
                                .market(judged.market()),
                        "The cooldown is over",
                        field("until", Figures.time(endMs)));
    }
}
