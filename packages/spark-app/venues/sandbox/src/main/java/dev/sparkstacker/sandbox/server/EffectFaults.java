package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.VenueAction;
import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import dev.sparkstacker.sandbox.fault.FaultPlan;

/** Lets the exchange itself do what the plan says when an action takes effect, for that action alone. */
final class EffectFaults {
    private static final String REASON = "Insufficient margin to place order.";

    private final Exchange exchange;
    private final FaultPlan plan;
    private boolean armed;

    EffectFaults(Exchange exchange, FaultPlan plan) {
        this.exchange = exchange;
        this.plan = plan;
    }

    /** Called right before an action takes effect. */
    void before(VenueAction action) {
        if (armed) {
            exchange.faults().clear();
            armed = false;
        }
        if (action instanceof VenueAction.Modify modify) {
            modify(modify.single() ? "modify" : "batchModify");
        } else if (action instanceof VenueAction.UpdateLeverage) {
            leverage();
        }
    }

    private void modify(String subject) {
        switch (plan.strike(Edge.MODIFY, subject, exchange.nowMs())) {
            case null -> armed = false;
            case Fault.HalfFailedModify _ -> {
                exchange.faults().failModifies(REASON, 1);
                armed = true;
            }
        }
    }

    private void leverage() {
        switch (plan.strike(Edge.LEVERAGE, "updateLeverage", exchange.nowMs())) {
            case null -> armed = false;
            case Fault.IgnoredLeverage _ -> {
                exchange.faults().ignoreLeverage(1);
                armed = true;
            }
            case Fault.WrongLeverage(int leverage) -> {
                exchange.faults().replaceLeverage(leverage, 1);
                armed = true;
            }
        }
    }
}
