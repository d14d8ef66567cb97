package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a pair enters: both legs must be allowed before the main leg is sent; and what waits until the pair is flat. */
final class PairEntry {
    private final Leg main;
    private final @Nullable Leg hedge;
    private final Entries entries;
    private final Reversal reversal;

    PairEntry(Leg main, @Nullable Leg hedge, Entries entries, Reversal reversal) {
        this.main = main;
        this.hedge = hedge;
        this.entries = entries;
        this.reversal = reversal;
    }

    void enter(Turn turn, Side side, EntryPlan plan, boolean retired) {
        if (retired) {
            entries.deny(turn, main, side, Reason.NOT_ACTIVE, "not configured any more", "a configured strategy");
            return;
        }
        Entries.Proposal proposal = entries.judge(turn, main, side, plan, null);
        if (proposal == null) {
            return;
        }
        if (hedge != null && entries.judge(turn, hedge, side.opposite(), plan.asConfigured(), proposal) == null) {
            entries.deny(turn, main, side, Reason.LINKED_LEG_FAILED, "the hedge is denied", "both legs allowed");
            return;
        }
        entries.send(turn, main, proposal);
    }

    /** The pair is flat: enters what waited for it, or tells that it is too late. */
    void enterPending(Turn turn, boolean retired) {
        Reversal.State waiting = reversal.state();
        Side side = waiting.side();
        if (side == null) {
            return;
        }
        reversal.forget();
        turn.correlate(waiting.decision());
        if (turn.nowMs() < waiting.untilMs()) {
            enter(turn, side, waiting.plan(), retired);
        } else {
            expire(turn, side, "flat at ", waiting.untilMs());
        }
    }

    void onTime(Turn turn) {
        Side side = reversal.side();
        if (side != null && reversal.isLate(turn)) {
            long untilMs = reversal.state().untilMs();
            reversal.forget();
            expire(turn, side, "not flat at ", untilMs);
        }
    }

    private void expire(Turn turn, Side side, String how, long untilMs) {
        entries.deny(turn, main, side, Reason.SIGNAL_EXPIRED, how + at(turn.nowMs()), "before " + at(untilMs));
    }

    private static Instant at(long timeMs) {
        return Instant.ofEpochMilli(timeMs);
    }
}
