package dev.sparkstacker.engine;

import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.breaker.Breaker;
import dev.sparkstacker.risk.breaker.BreakerTransition;
import dev.sparkstacker.risk.state.KillSwitch;
import dev.sparkstacker.risk.state.RiskBook;
import org.jspecify.annotations.Nullable;

/**
 * What follows when a breaker changes its stage.
 *
 * <pre>
 *  trips, holds for everything ─► trading is HALTED, or FLATTENING and then HALTED, until it is reset
 *  trips, holds for a part     ─► entries of the part end, or its positions are left; the others go on
 *  reset                       ─► what it alone had halted goes on
 * </pre>
 */
final class BreakerActions {
    private final World world;
    private final RiskBook book;
    private final Halting halting;

    BreakerActions(World world, RiskBook book) {
        this.world = world;
        this.book = book;
        this.halting = new Halting(world);
    }

    static Output.BreakerChanged told(Turn turn, BreakerTransition transition) {
        return new Output.BreakerChanged(
                turn.cause(),
                transition.breaker(),
                transition.scope().toString(),
                transition.name(),
                transition.from(),
                transition.to(),
                transition.value(),
                transition.threshold(),
                transition.action(),
                transition.by(),
                transition.reason());
    }

    /** The first tripped breaker that holds for everything, or null where none does. */
    static @Nullable Breaker haltingAll(RiskBook book) {
        for (Breaker each : book.breakers().state()) {
            if (each.isTripped() && each.scope() instanceof RiskScope.Global) {
                return each;
            }
        }
        return null;
    }

    void carryOut(Turn turn, BreakerTransition transition) {
        boolean everything = transition.scope() instanceof RiskScope.Global;
        BreakerAction action = transition.action();
        if (transition.to() == BreakerStage.TRIPPED && action != null) {
            turn.correlate("breaker-" + turn.sequence());
            halting.stopEntries(turn, transition.scope());
            if (everything) {
                holdAll(turn, transition, action);
            }
            if (action == BreakerAction.FLATTEN) {
                halting.leave(turn, transition.scope(), ExitReason.BREAKER);
            }
            halting.verify(turn, transition.scope(), action);
            halting.settle(turn);
        } else if (transition.from() == BreakerStage.TRIPPED && everything) {
            goOn(turn, transition);
        }
    }

    /** A halt by a person or by a fault stays what it is; a flattening goes on. */
    private void holdAll(Turn turn, BreakerTransition transition, BreakerAction action) {
        TradingState current = world.gate().current();
        TradingState wanted = action == BreakerAction.FLATTEN ? TradingState.FLATTENING : TradingState.HALTED;
        boolean further = wanted == TradingState.FLATTENING
                ? current != TradingState.FLATTENING
                : current != TradingState.HALTED && current != TradingState.FLATTENING;
        if (further) {
            String why = transition.name() + " tripped: " + transition.value() + ", trips at " + transition.threshold();
            world.gate().hold(turn, wanted, why, RiskDesk.holder(transition.name()));
        }
    }

    /** The last breaker that halted everything was reset: only what people and faults hold stays held. */
    private void goOn(Turn turn, BreakerTransition transition) {
        TradingGate gate = world.gate();
        boolean held = gate.current() == TradingState.HALTED && RiskDesk.isBreaker(gate.heldBy());
        if (!held || haltingAll(book) != null) {
            return;
        }
        KillSwitch kill = book.killSwitches().find(RiskScope.global());
        if (kill != null) {
            gate.hold(turn, TradingState.HALTED, kill.reason(), kill.by());
        } else {
            gate.release(turn, transition.name() + " was reset: " + transition.reason(), transition.by());
        }
    }
}
