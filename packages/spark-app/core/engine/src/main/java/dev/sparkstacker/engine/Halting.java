package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.TradingState;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops entering in a part of trading, and leaves what it holds where that is asked for.
 *
 * <pre>
 *  HALT     what waits to be entered is forgotten, working entries are cancelled; stops and targets stay
 *  FLATTEN  the same, then every leg is left reduce-only; its stop and target go when the venue's fills say flat
 * </pre>
 */
final class Halting {
    private final World world;

    Halting(World world) {
        this.world = world;
    }

    /** Forgets what waits to be entered and cancels the entries that work. */
    void stopEntries(Turn turn, RiskScope scope) {
        for (Pair pair : world.pairs()) {
            if (Scopes.touches(scope, pair)) {
                pair.forgetPending();
            }
        }
        List<ClientOrderId> entries = new ArrayList<>();
        for (OrderRecord order : world.orders().all()) {
            boolean entry = !order.request().reduceOnly() && order.state().mayExecute();
            if (entry && Scopes.covers(scope, order)) {
                entries.add(order.id());
            }
        }
        world.orders().cancel(turn, entries);
    }

    /** Leaves every position of a part of trading. */
    void leave(Turn turn, RiskScope scope, ExitReason reason) {
        for (Leg leg : world.legs()) {
            if (Scopes.covers(scope, leg)) {
                leg.exit(turn, reason, Quantity.ZERO);
            }
        }
    }

    /** Stops entering everywhere; what is told of it goes back to the given decision. */
    void hold(Turn turn, TradingState state, String reason, String who, String decision) {
        stopEntries(turn, RiskScope.global());
        turn.correlate(decision);
        world.gate().hold(turn, state, reason, who);
    }

    /** Ends a flattening once the venue's fills say flat. */
    void settle(Turn turn) {
        TradingGate gate = world.gate();
        if (gate.current() == TradingState.FLATTENING && world.isFlat()) {
            String who = RiskDesk.isBreaker(gate.heldBy()) ? gate.heldBy() : "engine";
            gate.hold(turn, TradingState.HALTED, "flattened: " + gate.reason(), who);
        }
    }
}
