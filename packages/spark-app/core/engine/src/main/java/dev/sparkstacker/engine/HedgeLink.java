package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.LegState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ties a hedge leg to its main leg.
 *
 * <pre>
 *  main's entry is settled ──► the hedge is entered ──► it fills: both go on
 *                                       │ denied, rejected, not filled, unknown for too long
 *                                       └──► the main leg is left
 *  the hedge is lost: unprotected, liquidated, traded away ──► the main leg is left
 *  main is flat, or was never held ──► the hedge is left, unless it is to be kept
 * </pre>
 */
final class HedgeLink {
    private static final long PATIENCE_VENUE_MS = 10_000;
    private static final long PATIENCE_MACHINE_MS = 2_000;

    /**
     * The link's state, for snapshots.
     *
     * @param hedgeBy when the hedge's entry must be settled
     * @param applied which dynamic rules have acted on this position
     */
    record State(Deadline hedgeBy, List<HedgeRules.Rule> applied) {}

    private final Leg main;
    private final Leg hedge;
    private final Entries entries;
    private final Reversal reversal;
    private final HedgeRules rules;
    private Deadline hedgeBy = Deadline.NEVER;

    HedgeLink(Leg main, Leg hedge, Entries entries, Reversal reversal) {
        this.main = main;
        this.hedge = hedge;
        this.entries = entries;
        this.reversal = reversal;
        this.rules = new HedgeRules(main, hedge);
    }

    void load(State state) {
        hedgeBy = state.hedgeBy();
        rules.load(state.applied());
    }

    State state() {
        return new State(hedgeBy, rules.state());
    }

    /** Whether a leg may hold a side, given what the other one holds. */
    boolean mayHold(Leg leg, Side side) {
        Leg other = leg == main ? hedge : main;
        boolean opposite = other.side() == side.opposite();
        return leg == main ? other.isFlat() || opposite : opposite;
    }

    /** The main leg's entry is settled and holds a position: the hedge follows it. */
    void onMainEntered(Turn turn) {
        Side side = main.side();
        if (side == null || !hedge.isFlat() || main.legState() == LegState.EXITING) {
            return;
        }
        hedgeBy = Deadline.after(turn, PATIENCE_VENUE_MS, PATIENCE_MACHINE_MS);
        turn.correlate(main.correlationId());
        if (!entries.enter(turn, hedge, side.opposite(), main.entryPlan().asConfigured())) {
            unwindMain(turn, "the hedge was denied");
        }
    }

    /** The hedge's entry is settled and holds a position: without a main leg it hedges nothing. */
    void onHedgeEntered(Turn turn) {
        if (main.isFlat()) {
            hedge.exit(turn, ExitReason.LINKED_LEG, Quantity.ZERO);
        }
    }

    /** The hedge's entry ended with nothing. Returns whether the main leg holds something and is left. */
    boolean onHedgeFailed(Turn turn, String detail) {
        hedgeBy = Deadline.NEVER;
        if (main.isFlat()) {
            return false;
        }
        unwindMain(turn, "the hedge's entry ended " + detail);
        return true;
    }

    /** The hedge is closed; one that was lost rather than left takes the main leg with it. */
    void onHedgeFlat(Turn turn, ExitReason reason) {
        boolean lost = switch (reason) {
            case PROTECTION_MISSING, LIQUIDATION, FOREIGN -> true;
            case STOP_LOSS,
                    TAKE_PROFIT,
                    OPPOSITE_SIGNAL,
                    EXIT_SIGNAL,
                    MAX_HOLD,
                    LINKED_LEG,
                    HEDGE_RULE,
                    OPERATOR,
                    BREAKER -> false;
        };
        if (lost && !main.isFlat() && !main.isLeavingWhole()) {
            unwindMain(turn, "the hedge ended: " + reason);
        }
    }

    void onMainFlat(Turn turn, boolean keepHedge) {
        hedgeBy = Deadline.NEVER;
        if (!keepHedge) {
            hedge.exit(turn, ExitReason.LINKED_LEG, Quantity.ZERO);
        }
    }

    /** Both legs are flat. */
    void onPairFlat() {
        rules.reset();
    }

    void onBarClosed(Turn turn, @Nullable HedgeConfig config) {
        if (config != null && config.dynamic() != null) {
            rules.onBarClosed(turn, config.dynamic());
        }
    }

    void onTime(Turn turn) {
        if (!hedgeBy.isSet() || !hedgeBy.hasPassed(turn)) {
            return;
        }
        if (hedge.legState() == LegState.ENTERING && !main.isFlat()) {
            unwindMain(turn, "the hedge's entry stays unanswered");
        } else {
            hedgeBy = Deadline.NEVER;
        }
    }

    void plan(Agenda agenda) {
        agenda.at(hedgeBy);
    }

    private void unwindMain(Turn turn, String why) {
        hedgeBy = Deadline.NEVER;
        reversal.forget();
        turn.raise(IncidentCode.HEDGE_LEG_FAILED, main.account(), main.id().market(), why + "; leaving the main leg");
        main.exit(turn, ExitReason.LINKED_LEG, Quantity.ZERO);
    }
}
