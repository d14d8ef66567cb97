package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a leg is left: wholly or in part, and what ends with it. */
final class LegExits {
    private final LegCore leg;

    LegExits(LegCore leg) {
        this.leg = leg;
    }

    /** Begins to leave; does nothing where there is nothing to leave or it is leaving already. */
    void exit(Turn turn, ExitReason reason, Quantity keep) {
        leg.correlate(turn);
        Retreat retreat = leg.retreat();
        if (leg.state() == LegState.ENTERING) {
            retreat.mean(reason);
            return;
        }
        boolean leaving = leg.state() == LegState.EXITING;
        if (leg.state() == LegState.FLAT || (leaving && retreat.keepsNoMoreThan(keep))) {
            return;
        }
        leg.become(LegState.EXITING);
        leg.guard().expectNothing();
        leg.tell(turn, "leaving: " + reason);
        if (leaving) {
            retreat.widen(reason, keep);
        } else {
            retreat.begin(reason, keep);
            retreat.attempt(turn, leg.orders(), leg.size());
        }
    }

    /** Why the fill that made the leg flat did so: a foreign cause, a triggered order, or what the leg was leaving for. */
    ExitReason reasonOf(Fill fill, @Nullable ExitReason foreignReason) {
        if (foreignReason != null) {
            return foreignReason;
        }
        OrderRecord order = leg.desk().orders().find(fill.clientOrderId());
        OrderPurpose purpose =
                order == null ? OrderPurpose.EXIT : order.request().purpose();
        return switch (purpose) {
            case STOP -> ExitReason.STOP_LOSS;
            case TARGET -> ExitReason.TAKE_PROFIT;
            case ENTRY, EXIT -> Objects.requireNonNullElse(leg.retreat().reason(), ExitReason.FOREIGN);
        };
    }

    /** The position is closed: protection is cancelled and the trade told. */
    void becomeFlat(Turn turn, Leg whole, ExitReason reason) {
        leg.guard().end(turn);
        leg.retreat().end();
        Output.TradeClosed trade = leg.position().closed(turn, leg.account(), leg.id(), reason);
        turn.tell(trade);
        leg.become(LegState.FLAT);
        leg.hold(Position.NONE);
        leg.desk().riskDesk().onTradeClosed(turn, trade);
        leg.tell(turn, "flat: " + reason);
        leg.listener().onFlat(turn, whole, reason);
    }
}
