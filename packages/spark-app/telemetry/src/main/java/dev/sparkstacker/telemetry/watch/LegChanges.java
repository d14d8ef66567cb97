package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output.LegChanged;
import dev.sparkstacker.telemetry.log.Field;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.Labels;
import org.jspecify.annotations.Nullable;

/** Writes a line for each thing that changed of a leg: its size, its protection, or else its state. */
final class LegChanges {
    private static final String COMPONENT = "portfolio";

    private final Outlet out;

    LegChanges(Outlet out) {
        this.out = out;
    }

    void tell(LegChanged leg, @Nullable LegChanged before) {
        boolean told = size(leg, before);
        told |= protection(leg, before);
        if (!told) {
            write(
                    LogEvent.LEG_STATE_CHANGED,
                    leg,
                    "Leg is " + leg.state(),
                    field("state", leg.state()),
                    field("size", leg.size()),
                    field("reason", text(leg.detail())));
        }
    }

    /** Tells a change of size. A position first heard of when it is already open was restored, not opened. */
    private boolean size(LegChanged leg, @Nullable LegChanged before) {
        boolean restored = before == null && (leg.state() == LegState.OPEN || leg.state() == LegState.EXITING);
        if (leg.size().isZero() || restored) {
            return false;
        }
        SignedQuantity was = before == null ? SignedQuantity.ZERO : before.size();
        Field size = field("size", leg.size().abs());
        if (was.isZero()) {
            write(
                    LogEvent.POSITION_OPENED,
                    leg,
                    "Opened " + direction(leg) + " " + leg.size().abs() + " @ " + leg.entryPrice(),
                    field("direction", direction(leg)),
                    size,
                    field("entryPrice", leg.entryPrice()),
                    field("stopLoss", leg.stopPrice()),
                    field("takeProfit", leg.targetPrice()),
                    field("dryRun", out.dryRun()));
            return true;
        }
        long grown = leg.size().abs().e8() - was.abs().e8();
        if (grown > 0) {
            write(
                    LogEvent.POSITION_INCREASED,
                    leg,
                    "Grew to " + leg.size().abs(),
                    field("direction", direction(leg)),
                    size,
                    field("addedSize", leg.size().abs().minus(was.abs())),
                    field("entryPrice", leg.entryPrice()));
        } else if (grown < 0) {
            write(
                    LogEvent.PARTIAL_EXIT,
                    leg,
                    "Reduced to " + leg.size().abs(),
                    field("direction", direction(leg)),
                    field("closedSize", was.abs().minus(leg.size().abs())),
                    field("remainingSize", leg.size().abs()),
                    field("reason", text(leg.detail())));
        }
        return grown != 0;
    }

    private boolean protection(LegChanged leg, @Nullable LegChanged before) {
        Price stopBefore = before == null ? null : before.stopPrice();
        Price targetBefore = before == null ? null : before.targetPrice();
        boolean told = false;
        if (leg.stopPrice() != null && !leg.stopPrice().equals(stopBefore)) {
            write(
                    LogEvent.STOP_LOSS_UPDATED,
                    leg,
                    "Stop at " + leg.stopPrice(),
                    field("oldStopLoss", stopBefore),
                    field("newStopLoss", leg.stopPrice()),
                    field("reason", text(leg.detail())));
            told = true;
        }
        if (leg.targetPrice() != null && !leg.targetPrice().equals(targetBefore)) {
            write(
                    LogEvent.TAKE_PROFIT_UPDATED,
                    leg,
                    "Target at " + leg.targetPrice(),
                    field("oldTakeProfit", targetBefore),
                    field("newTakeProfit", leg.targetPrice()),
                    field("reason", text(leg.detail())));
            told = true;
        }
        if (leg.state() == LegState.OPEN && (before == null || before.state() != LegState.OPEN)) {
            write(
                    LogEvent.POSITION_PROTECTED,
                    leg,
                    "Stop and target rest at the venue",
                    field("direction", direction(leg)),
                    field("size", leg.size().abs()),
                    field("stopLoss", leg.stopPrice()),
                    field("takeProfit", leg.targetPrice()));
            told = true;
        }
        return told;
    }

    private void write(LogEvent event, LegChanged leg, String message, Field... details) {
        Field[] fields = new Field[details.length + 2];
        fields[0] = field("account", leg.account());
        fields[1] = field("leg", Labels.leg(leg.leg().role()));
        System.arraycopy(details, 0, fields, 2, details.length);
        LogContext context = LogContext.of(COMPONENT, leg.cause())
                .strategy(leg.leg().strategy())
                .market(leg.leg().market());
        out.log().event(event, context, message, fields);
    }

    private static String direction(LegChanged leg) {
        return leg.size().isShort() ? "short" : "long";
    }

    private static @Nullable String text(String detail) {
        return detail.isEmpty() ? null : detail;
    }
}
