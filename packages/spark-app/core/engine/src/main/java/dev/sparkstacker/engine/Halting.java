package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.config.BreakerAction;
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
 *  both     then the venue is asked until it says so, and what others left there goes too (Clearances)
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

    /** Asks the venue until it says that this part is halted, or flat. */
    void verify(Turn turn, RiskScope scope, BreakerAction action) {
        world.clearances().begin(turn, scope, action);
    }

    /** Stops entering everywhere; what is told of it goes back to the given decision. */
    void hold(Turn turn, TradingState state, String reason, String who, String decision) {
        stopEntries(turn, RiskScope.global());
        turn.correlate(decision);
        world.gate().hold(turn, state, reason, who);
    }

    /** Ends a flattening once the fills say flat and the venue has confirmed it on every account. */
    void settle(Turn turn) {
        TradingGate gate = world.gate();
        boolean flat = world.isFlat() && !world.clearances().flattensEverything();
        if (gate.current() == TradingState.FLATTENING && flat) {
            String who = RiskDesk.isBreaker(gate.heldBy()) ? gate.heldBy() : "engine";
            gate.hold(turn, TradingState.HALTED, "flattened: " + gate.reason(), who);
        }
    }
}
