package dev.sparkstacker.engine;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.TradingState;

/** What the engine may do, and why. A halt is kept until a person lifts it; reduce-only lasts until reconciled. */
final class TradingGate {
    /** The gate's state, for snapshots. */
    record State(
            TradingState held,
            String heldReason,
            String heldBy,
            boolean journalFailed,
            boolean stopping,
            boolean reconciled,
            TradingState told,
            long startedAtMs) {}

    private TradingState held = TradingState.ACTIVE;
    private String heldReason = "";
    private String heldBy = "";
    private boolean journalFailed;
    private boolean stopping;
    private long startedAtMs;
    private boolean reconciled;
    private TradingState told = TradingState.REDUCE_ONLY;

    void load(State state) {
        held = state.held();
        heldReason = state.heldReason();
        heldBy = state.heldBy();
        journalFailed = state.journalFailed();
        stopping = state.stopping();
        reconciled = state.reconciled();
        told = state.told();
        startedAtMs = state.startedAtMs();
    }

    State state() {
        return new State(held, heldReason, heldBy, journalFailed, stopping, reconciled, told, startedAtMs);
    }

    TradingState current() {
        if (held != TradingState.ACTIVE) {
            return held;
        }
        return reconciled && !stopping ? TradingState.ACTIVE : TradingState.REDUCE_ONLY;
    }

    /** A new process has read nothing yet, and tells its readers where it stands. */
    void startEpoch(Turn turn) {
        journalFailed = false;
        stopping = false;
        reconciled = false;
        startedAtMs = turn.nowMs();
        tell(turn);
    }

    /** Venue time when this process started. */
    long startedAtMs() {
        return startedAtMs;
    }

    void hold(Turn turn, TradingState state, String reason, String who) {
        held = state;
        heldReason = reason;
        heldBy = who;
        tellChange(turn);
    }

    void release(Turn turn, String reason, String who) {
        held = TradingState.ACTIVE;
        heldReason = reason;
        heldBy = who;
        tellChange(turn);
    }

    /** The journal cannot be written: nothing new is begun until the next start. */
    void onJournalFailed() {
        journalFailed = true;
    }

    /** Who holds it, or held it last. */
    String heldBy() {
        return heldBy;
    }

    /** Why an entry is refused where the state does not allow it. */
    Reason refusal() {
        if (journalFailed) {
            return Reason.JOURNAL_FAILED;
        }
        if (held == TradingState.ACTIVE && stopping) {
            return Reason.STOPPING;
        }
        if (held != TradingState.ACTIVE && RiskDesk.isBreaker(heldBy)) {
            return Reason.BREAKER_TRIPPED;
        }
        return held == TradingState.ACTIVE && !reconciled ? Reason.NOT_RECONCILED : Reason.NOT_ACTIVE;
    }

    void setReconciled(Turn turn, boolean value) {
        reconciled = value;
        tellChange(turn);
    }

    void setStopping(Turn turn, boolean value) {
        stopping = value;
        tellChange(turn);
    }

    String reason() {
        if (held != TradingState.ACTIVE) {
            return heldReason;
        }
        if (stopping) {
            return "stopping";
        }
        return reconciled ? "reconciled" : "not reconciled with the venue";
    }

    /** Says where it stands: a new process's readers know nothing of what was told before. */
    void tell(Turn turn) {
        told = current();
        String who = held == TradingState.ACTIVE && heldBy.isEmpty() ? "engine" : heldBy;
        turn.tell(new Output.TradingStateChanged(turn.cause(), told, reason(), who));
    }

    private void tellChange(Turn turn) {
        if (current() != told) {
            tell(turn);
        }
    }
}
