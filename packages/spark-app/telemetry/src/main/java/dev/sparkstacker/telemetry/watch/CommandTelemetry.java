package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;

/** Tells of commands that leave what no output tells: cancels. Called by whatever submits commands. */
public final class CommandTelemetry {
    private static final String COMPONENT = "order-manager";

    private final Outlet out;

    /** Makes it. */
    CommandTelemetry(Outlet out) {
        this.out = out;
    }

    /** Takes note of a command. */
    public void submitted(Command command) {
        switch (command) {
            case Command.CancelOrders cancel -> {
                for (ClientOrderId order : cancel.orders()) {
                    out.log()
                            .event(
                                    LogEvent.ORDER_CANCELLATION_INITIATED,
                                    LogContext.of(COMPONENT).market(cancel.market()),
                                    "Cancelling " + order,
                                    field("account", cancel.account()),
                                    field("orderId", order));
                }
            }
            case Command.CancelForeignOrder cancel ->
                out.log()
                        .event(
                                LogEvent.ORDER_CANCELLATION_INITIATED,
                                LogContext.of(COMPONENT).market(cancel.market()),
                                "Cancelling an order that is not ours: " + cancel.orderId(),
                                field("account", cancel.account()),
                                field("exchangeOrderId", cancel.orderId()));
            case Command.PlaceOrders _,
                    Command.SetLeverage _,
                    Command.ReadOrderStatus _,
                    Command.ReadAccount _,
                    Command.ReadCandles _ -> {}
        }
    }
}
