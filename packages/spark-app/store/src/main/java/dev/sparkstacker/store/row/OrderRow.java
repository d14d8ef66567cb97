package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output.OrderChanged;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as it stood after a change. */
public record OrderRow() implements OutputRow<OrderChanged> {
    private static final Table TABLE = Table.of(
            "order_events",
            "account",
            "client_id",
            "strategy",
            "market",
            "leg_role",
            "purpose",
            "side",
            "size_e8",
            "limit_e8",
            "time_in_force",
            "reduce_only",
            "trigger_kind",
            "trigger_price_e8",
            "trigger_market",
            "state",
            "venue_order_id",
            "filled_e8",
            "average_price_e8",
            "detail");

    /** Each order as it stands now. */
    public static final CurrentTable CURRENT = new CurrentTable("orders", TABLE, List.of("client_id"));

    @Override
    public Class<OrderChanged> type() {
        return OrderChanged.class;
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Row write(OrderChanged output, int index) {
        OrderRequest order = output.order();
        Trigger trigger = order.trigger();
        return new RowWriter(TABLE, output.cause(), index)
                .text(output.account().name())
                .name(order.id())
                .leg(order.leg())
                .name(order.purpose())
                .name(order.side())
                .size(order.size())
                .price(order.limit())
                .name(order.timeInForce())
                .flag(order.reduceOnly())
                .name(trigger == null ? null : trigger.kind())
                .price(trigger == null ? null : trigger.price())
                .flag(trigger == null ? null : trigger.market())
                .name(output.state())
                .number(output.orderId())
                .size(output.filled())
                .price(output.averagePrice())
                .text(output.detail())
                .row();
    }

    @Override
    public OrderChanged read(RowReader row) throws SQLException {
        OrderRequest order = new OrderRequest(
                row.clientId("client_id"),
                row.leg(),
                row.constant(OrderPurpose.class, "purpose"),
                row.side("side"),
                row.size("size_e8"),
                row.price("limit_e8"),
                row.constant(TimeInForce.class, "time_in_force"),
                row.flag("reduce_only"),
                trigger(row));
        return new OrderChanged(
                row.cause(),
                row.account(),
                order,
                row.constant(OrderState.class, "state"),
                row.numberOrNull("venue_order_id"),
                row.size("filled_e8"),
                row.priceOrNull("average_price_e8"),
                row.text("detail"));
    }

    private static @Nullable Trigger trigger(RowReader row) throws SQLException {
        TriggerKind kind = row.constantOrNull(TriggerKind.class, "trigger_kind");
        return kind == null ? null : new Trigger(kind, row.price("trigger_price_e8"), row.flag("trigger_market"));
    }
}
