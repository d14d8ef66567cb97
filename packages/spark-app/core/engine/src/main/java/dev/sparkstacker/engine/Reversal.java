package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Side;
import org.jspecify.annotations.Nullable;

/** An entry that waits for the market to be left, at most until the next bar has closed. */
final class Reversal {
    /**
     * The reversal's state, for snapshots.
     *
     * @param side the side to enter, or null where none waits
     * @param plan where the strategy wants stop and target
     * @param untilMs venue time from which on it is too late
     * @param decision the decision it goes back to, or empty
     */
    record State(@Nullable Side side, EntryPlan plan, long untilMs, String decision) {
        static final State NONE = new State(null, EntryPlan.CONFIGURED, 0, "");
    }

    private State state = State.NONE;

    void load(State loaded) {
        state = loaded;
    }

    State state() {
        return state;
    }

    @Nullable
    Side side() {
        return state.side();
    }

    void await(Side side, EntryPlan plan, long untilMs, String decision) {
        state = new State(side, plan, untilMs, decision);
    }

    void forget() {
        state = State.NONE;
    }

    boolean isLate(Turn turn) {
        return state.side() != null && turn.nowMs() >= state.untilMs();
    }

    void plan(Agenda agenda) {
        if (state.side() != null) {
            agenda.at(state.untilMs());
        }
    }
}
