package dev.sparkstacker.telemetry.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;

/** What strategies see and decide. Help, units and bounds of labels stand in {@code metrics.json}. */
public final class StrategyMeters {
    public final Gauge signalCount;
    public final Gauge pnl;
    public final Gauge active;
    public final Gauge position;
    public final Gauge pnlOpen;
    public final Counter signals;
    public final Counter tradesExecuted;
    public final Gauge macdValue;
    public final Counter macdCrossovers;
    public final Histogram execution;
    public final Counter tradeOutcomes;
    public final Counter barsJudged;
    public final Counter noTrade;
    public final Counter nearMisses;
    public final Counter cooldowns;
    public final Gauge indicatorValue;
    public final Gauge lastJudged;

    StrategyMeters(MeterFactory make) {
        signalCount = make.gauge(
                "spark_stacker_signal_count",
                "Judgements of closed bars since the process started; a gauge that only rises, because the name the"
                        + " origin gives has no _total.",
                "indicator",
                "signal");
        pnl = make.gauge(
                "spark_stacker_pnl_percent",
                "Net profit of the closed trades since the process started, in percent of the leg's configured margin.",
                "strategy",
                "position_type");
        active = make.gauge(
                "spark_stacker_strategy_active",
                "1 while the strategy may enter, 0 while the trading state forbids it.",
                "strategy",
                "exchange",
                "market");
        position = make.gauge(
                "spark_stacker_strategy_position",
                "Size of the leg's position; 0 on the other side and while flat.",
                "strategy",
                "exchange",
                "market",
                "type",
                "side");
        pnlOpen = make.gauge(
                "spark_stacker_strategy_pnl_percent",
                "Price profit of the open position at the mark, in percent of its initial margin, without fees and"
                        + " funding; 0 while flat.",
                "strategy",
                "exchange",
                "market",
                "type");
        signals = make.counter(
                "spark_stacker_strategy_signal_generated_total",
                "Closed bars on which the strategy entered, exited or reversed, by the side of the signal.",
                "strategy",
                "signal");
        tradesExecuted = make.counter(
                "spark_stacker_strategy_trade_executed_total",
                "Orders of the strategy that ended: success if anything was executed; failure if the venue rejected or"
                        + " never received one, or an entry or exit ended without executing anything.",
                "strategy",
                "result");
        macdValue = make.gauge("spark_stacker_macd_value", "MACD of the bar judged last.", "strategy", "component");
        macdCrossovers = make.counter(
                "spark_stacker_macd_crossover_total",
                "Changes of sign of the MACD histogram from one closed bar to the next.",
                "strategy",
                "direction");
        execution = make.histogram(
                "spark_stacker_strategy_execution_seconds",
                "Time spent in the phases of a decision. Sizing is part of the same engine event as the signal and has"
                        + " samples only where the application measures it apart.",
                MeterFactory.REQUEST_SECONDS,
                "strategy",
                "phase");
        tradeOutcomes = make.counter(
                "spark_stacker_strategy_trades_total",
                "Round trips of either leg that ended; win if anything is left after fees and funding.",
                "strategy",
                "outcome");
        barsJudged = make.counter("spark_bars_judged_total", "Closed bars the strategy judged.", "strategy", "verdict");
        noTrade = make.counter(
                "spark_no_trade_total",
                "Closed bars on which the strategy did not act, by reason.",
                "strategy",
                "reason");
        nearMisses = make.counter(
                "spark_near_misses_total",
                "Closed bars on which three of the super signal's four oscillators were in the zone.",
                "strategy",
                "direction");
        cooldowns = make.counter(
                "spark_cooldowns_total", "Stop-outs after which the strategy pauses for some bars.", "strategy");
        indicatorValue = make.gauge(
                "spark_indicator_value",
                "Values the strategy saw at the bar judged last.",
                "strategy",
                "market",
                "name");
        lastJudged = make.gauge(
                "spark_last_bar_judged_timestamp_seconds",
                "Venue time since the UTC epoch of the last judgement; 0 before the first.",
                "strategy",
                "market");
    }
}
