package dev.sparkstacker.telemetry.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;

/** What is traded: orders, fills, positions, round trips, reconciliation. Help, units and bounds of labels stand in {@code metrics.json}. */
public final class TradingMeters {
    public final Counter trades;
    public final Gauge activePositions;
    public final Histogram orderExecution;
    public final Gauge tradingState;
    public final Counter orders;
    public final Gauge unknownOrders;
    public final Gauge unknownOldest;
    public final Histogram decisionToAck;
    public final Counter fills;
    public final Counter closedTrades;
    public final Counter denied;
    public final Gauge breakerStage;
    public final Counter breakerTrips;
    public final Gauge killSwitches;
    public final Counter reconciliations;
    public final Counter reconciliationDifferences;
    public final Gauge reconciliationLast;
    public final Counter incidents;

    TradingMeters(MeterFactory make) {
        trades = make.counter(
                "spark_stacker_trades_total",
                "Entry, exit, stop and target orders that ended: success if anything was executed; failure if the venue rejected or never received one, or an entry or exit ended without executing anything.",
                "result",
                "exchange",
                "side");
        activePositions = make.gauge(
                "spark_stacker_active_positions", "Legs that hold a position now.", "exchange", "market", "side");
        orderExecution = make.histogram(
                "spark_stacker_order_execution_seconds",
                "Machine time from an order leaving until the venue told its result; market is immediate-or-cancel, limit is everything that rests.",
                MeterFactory.REQUEST_SECONDS,
                "exchange",
                "order_type");
        tradingState = make.gauge(
                "spark_trading_state",
                "1 for the state the engine is in, 0 for the others; all 0 until it is known.",
                "state");
        orders = make.counter(
                "spark_orders_total",
                "Steps in the life of orders; each order counts once for each step it reaches.",
                "venue",
                "outcome");
        unknownOrders = make.gauge(
                "spark_unknown_orders",
                "Orders whose fate the venue has not told; must be 0 most of the time.",
                "account");
        unknownOldest = make.gauge(
                "spark_unknown_order_oldest_timestamp_seconds",
                "Machine time since the UTC epoch at which the oldest unanswered order became unknown; 0 with none.",
                "account");
        decisionToAck = make.histogram(
                "spark_decision_to_ack_seconds",
                "Machine time from an order leaving until the venue's first definite answer.",
                MeterFactory.REQUEST_SECONDS,
                "venue");
        fills = make.counter("spark_fills_total", "Executions booked.", "venue", "market", "side", "liquidity");
        closedTrades = make.counter(
                "spark_trades_closed_total", "Round trips that ended.", "strategy", "leg", "reason", "outcome");
        denied = make.counter("spark_entries_denied_total", "Entries that a rule forbade.", "strategy", "reason");
        breakerStage = make.gauge(
                "spark_breaker_stage", "Stage of a circuit breaker: 0 normal, 1 warning, 2 tripped.", "breaker");
        breakerTrips = make.counter("spark_breaker_trips_total", "Circuit breakers that tripped.", "kind");
        killSwitches = make.gauge(
                "spark_kill_switch_pulled", "1 while the kill switch of a part of trading is pulled.", "scope");
        reconciliations = make.counter(
                "spark_reconciliations_total",
                "Comparisons of our books with the venue's that ended.",
                "account",
                "result");
        reconciliationDifferences = make.counter(
                "spark_reconciliation_mismatches_total",
                "Differences found between our books and the venue's.",
                "account");
        reconciliationLast = make.gauge(
                "spark_reconciliation_last_success_timestamp_seconds",
                "Machine time since the UTC epoch of the last comparison that could be made; 0 before the first.",
                "account");
        incidents = make.counter("spark_incidents_total", "Things a person should know of.", "severity");
    }
}
