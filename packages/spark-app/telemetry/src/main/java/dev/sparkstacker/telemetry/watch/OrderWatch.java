package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output.EntryDenied;
import dev.sparkstacker.domain.output.Output.FillBooked;
import dev.sparkstacker.domain.output.Output.OrderChanged;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.telemetry.log.Field;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.Labels;
import dev.sparkstacker.telemetry.metrics.TradingMeters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Orders, fills and denied entries. */
final class OrderWatch {
    private static final String COMPONENT = "order-manager";

    /** Reasons that speak of an entry's size. */
    private static final Set<Reason> SIZE_REASONS =
            EnumSet.of(Reason.BELOW_MIN_NOTIONAL, Reason.ROUNDS_TO_ZERO, Reason.MAX_POSITION_SIZE);

    private final Outlet out;
    private final TradingMeters meters;
    private final OrderTracker orders = new OrderTracker();

    OrderWatch(Outlet out) {
        this.out = out;
        this.meters = out.meters().trading;
    }

    void changed(OrderChanged change) {
        OrderTracker.Step step = orders.take(change);
        measure(change, step);
        if (step.firstTime()) {
            tell(change, step);
        }
    }

    void denied(EntryDenied denied) {
        meters.orders.labelValues(out.venue(), "denied").inc();
        meters.denied
                .labelValues(denied.leg().strategy().name(), denied.reason().name())
                .inc();
        boolean size = SIZE_REASONS.contains(denied.reason());
        LogContext context = LogContext.of("risk", denied.cause())
                .strategy(denied.leg().strategy())
                .market(denied.leg().market());
        out.log()
                .event(
                        size ? LogEvent.POSITION_SIZE_REJECTED : LogEvent.RISK_CHECK_FAILED,
                        context,
                        "Entry denied: " + denied.reason() + " (" + denied.value() + " against " + denied.limit() + ")",
                        field("account", denied.account()),
                        field("leg", Labels.leg(denied.leg().role())),
                        field("direction", Figures.direction(denied.side())),
                        field(size ? "reason" : "failedCheck", denied.reason()),
                        field("value", denied.value()),
                        field("limit", denied.limit()));
    }

    void filled(FillBooked booked) {
        var fill = booked.fill();
        String liquidity = fill.taker() ? "taker" : "maker";
        meters.fills
                .labelValues(out.venue(), fill.market().symbol(), Labels.of(fill.side()), liquidity)
                .inc();
        out.meters().account.fees.labelValues(booked.account().name()).inc(Figures.metered(fill.fee()));
        var leg = booked.leg();
        LogContext context = LogContext.of("portfolio", booked.cause()).market(fill.market());
        out.log()
                .event(
                        LogEvent.ORDER_FILL,
                        leg == null ? context : context.strategy(leg.strategy()),
                        "Filled: " + Labels.of(fill.side()) + " " + fill.size() + " " + fill.market() + " @ "
                                + fill.price() + (fill.liquidation() ? " (liquidation)" : ""),
                        field("orderId", fill.clientOrderId()),
                        field("exchangeOrderId", fill.orderId()),
                        field("account", booked.account()),
                        field("leg", leg == null ? null : Labels.leg(leg.role())),
                        field("side", Labels.of(fill.side())),
                        field("fillSize", fill.size()),
                        field("bookedSize", booked.booked()),
                        field("fillPrice", fill.price()),
                        field("fee", fill.fee()),
                        field("tradeId", fill.tradeId()),
                        field("liquidity", liquidity),
                        field("liquidation", fill.liquidation()),
                        field("filledAt", Figures.time(fill.venueTimeMs())));
    }

    private void measure(OrderChanged change, OrderTracker.Step step) {
        OrderRequest order = change.order();
        String strategy = order.leg().strategy().name();
        if (step.firstTime() && change.state() != OrderState.TRIGGERED && change.state() != OrderState.RESTING) {
            meters.orders.labelValues(out.venue(), Labels.of(change.state())).inc();
        }
        if (step.answered()) {
            meters.orders.labelValues(out.venue(), "acked").inc();
            Long latencyMs = step.latencyMs();
            if (latencyMs != null) {
                double seconds = latencyMs / 1000.0;
                meters.decisionToAck.labelValues(out.venue()).observe(seconds);
                meters.orderExecution.labelValues(out.venue(), orderType(order)).observe(seconds);
                out.meters()
                        .strategy
                        .execution
                        .labelValues(strategy, "order_execution")
                        .observe(seconds);
            }
        }
        if (step.ended() && counts(change)) {
            String result = change.filled().isZero() ? "failure" : "success";
            meters.trades
                    .labelValues(result, out.venue(), Labels.of(order.side()))
                    .inc();
            out.meters().strategy.tradesExecuted.labelValues(strategy, result).inc();
        }
        String account = change.account().name();
        meters.unknownOrders.labelValues(account).set(orders.unknown(change.account()));
        meters.unknownOldest.labelValues(account).set(orders.oldestUnknownMs(change.account()) / 1000.0);
    }

    /** A stop or target that was cancelled unexecuted is the normal end of one; everything else counts as a trade. */
    private static boolean counts(OrderChanged change) {
        OrderPurpose purpose = change.order().purpose();
        boolean protects = purpose == OrderPurpose.STOP || purpose == OrderPurpose.TARGET;
        return !(protects
                && change.state() == OrderState.CANCELLED
                && change.filled().isZero());
    }

    private void tell(OrderChanged change, OrderTracker.Step step) {
        switch (change.state()) {
            case SENT -> sent(change);
            case RESTING -> taken(change, step, "resting");
            case TRIGGERED -> triggered(change);
            case FILLED -> {
                if (step.answered()) {
                    taken(change, step, "filled");
                }
            }
            case CANCELLED -> cancelled(change, step);
            case REJECTED ->
                write(
                        LogEvent.ORDER_PLACEMENT_FAILED,
                        change,
                        "The venue rejected",
                        field("side", Labels.of(change.order().side())),
                        field("size", change.order().size()),
                        field("price", change.order().limit()),
                        field("reason", change.detail()));
            case UNKNOWN -> write(LogEvent.ORDER_UNKNOWN, change, "No answer to", field("reason", change.detail()));
            case ABSENT -> write(LogEvent.ORDER_ABSENT, change, "Never arrived:", field("reason", change.detail()));
        }
    }

    private void sent(OrderChanged change) {
        OrderRequest order = change.order();
        if (order.purpose() == OrderPurpose.ENTRY) {
            out.log()
                    .event(
                            LogEvent.RISK_CHECK_PASSED,
                            context(change),
                            "Every check let the entry pass",
                            field("account", change.account()),
                            field("leg", Labels.leg(order.leg().role())),
                            field("orderId", order.id()),
                            field("direction", Figures.direction(order.side())),
                            field("size", order.size()));
        }
        var trigger = order.trigger();
        write(
                LogEvent.ORDER_PLACEMENT_INITIATED,
                change,
                "Sending",
                field("side", Labels.of(order.side())),
                field("size", order.size()),
                field("price", order.limit()),
                field("orderType", trigger == null ? orderType(order) : "stop"),
                field("timeInForce", order.timeInForce()),
                field("reduceOnly", order.reduceOnly()),
                field("dryRun", out.dryRun()),
                field("triggerPrice", trigger == null ? null : trigger.price()));
    }

    private void taken(OrderChanged change, OrderTracker.Step step, String status) {
        write(
                LogEvent.ORDER_PLACEMENT_SUCCESS,
                change,
                "The venue took (" + status + ")",
                field("side", Labels.of(change.order().side())),
                field("size", change.order().size()),
                field("price", change.order().limit()),
                field("filledSize", change.filled()),
                field("status", status),
                field("exchangeOrderId", change.orderId()),
                field("avgFillPrice", change.averagePrice()),
                field("latency", step.latencyMs()));
    }

    private void triggered(OrderChanged change) {
        var trigger = change.order().trigger();
        write(
                LogEvent.ORDER_TRIGGERED,
                change,
                "Triggered:",
                field("exchangeOrderId", change.orderId()),
                field("triggerPrice", trigger == null ? null : trigger.price()));
    }

    private void cancelled(OrderChanged change, OrderTracker.Step step) {
        if (step.answered() && !change.filled().isZero()) {
            taken(change, step, "partial");
        }
        write(
                LogEvent.ORDER_CANCELLATION_SUCCESS,
                change,
                "Cancelled after " + change.filled() + " of " + change.order().size() + ":",
                field("filledSize", change.filled()),
                field("reason", change.detail()),
                field("exchangeOrderId", change.orderId()),
                field("avgFillPrice", change.averagePrice()));
    }

    private void write(LogEvent event, OrderChanged change, String what, Field... details) {
        OrderRequest order = change.order();
        List<Field> fields = new ArrayList<>();
        fields.add(field("orderId", order.id()));
        fields.add(field("account", change.account()));
        fields.add(field("leg", Labels.leg(order.leg().role())));
        fields.add(field("purpose", Labels.of(order.purpose())));
        fields.addAll(Arrays.asList(details));
        String message = what + " " + Labels.of(order.purpose()) + " " + Labels.of(order.side()) + " " + order.size()
                + " " + order.market() + " @ " + order.limit()
                + (change.detail().isEmpty() ? "" : ": " + change.detail());
        out.log().event(event, context(change), message, fields.toArray(Field[]::new));
    }

    private static LogContext context(OrderChanged change) {
        return LogContext.of(COMPONENT, change.cause())
                .strategy(change.order().leg().strategy())
                .market(change.order().market());
    }

    private static String orderType(OrderRequest order) {
        return order.timeInForce() == TimeInForce.IOC ? "market" : "limit";
    }
}
