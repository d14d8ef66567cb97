package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Reason;
import org.jspecify.annotations.Nullable;

/** Keeps a leg's stop and target resting at the venue; a leg that cannot be protected is left. */
final class LegProtection {
    private final LegCore leg;
    private final LegExits exits;

    LegProtection(LegCore leg, LegExits exits) {
        this.leg = leg;
        this.exits = exits;
    }

    /** Places stop and target for the whole position; the ones before are cancelled once these rest. */
    void protect(Turn turn) {
        leg.become(LegState.OPENING);
        leg.guard().place(turn, leg.orders(), leg.position(), leg.exits(), leg.plan());
        leg.tell(turn, "protection sent");
    }

    /** Places protection again where an open position lost it; what is on its way is waited for. */
    void restore(Turn turn) {
        Guard guard = leg.guard();
        boolean open = leg.state() == LegState.OPEN || (leg.state() == LegState.OPENING && !guard.isExpected());
        if (!open) {
            return;
        }
        if (guard.bothRest()) {
            becomeProtected(turn);
        } else if (guard.bothMayExecute()) {
            guard.expect(turn);
        } else {
            protectAgain(turn);
        }
    }

    /** Why the stop may not be moved to a price, or null if it may. */
    StopMove.@Nullable Refusal refusal(Price to) {
        StopMove move = leg.state() == LegState.OPEN ? leg.guard().stopMove(leg.position()) : null;
        return move == null
                ? new StopMove.Refusal(Reason.NO_POSITION, leg.state().toString(), "OPEN, with a mark price")
                : move.refusal(move.rounded(to));
    }

    /**
     * Moves the stop of an open position; the one that rests goes only when the new one rests. Where a part is about to
     * be closed, the pair placed after that has it.
     */
    void moveStop(Turn turn, Price to, boolean beforePart) {
        leg.correlate(turn);
        StopMove move = leg.guard().stopMove(leg.position());
        if (move == null) {
            return;
        }
        Price stop = move.rounded(to);
        if (beforePart) {
            leg.guard().trailTo(stop);
        } else {
            leg.guard().move(turn, leg.orders(), leg.position(), stop);
            leg.tell(turn, "stop to " + stop + " sent");
        }
    }

    /** Hears that the stop or the target changed. */
    void onOrder(Turn turn, OrderRecord order) {
        if (leg.guard().isMoved(order.id())) {
            onMovedStop(turn, order);
            return;
        }
        if (leg.state() != LegState.OPENING && leg.state() != LegState.OPEN) {
            return;
        }
        Guard guard = leg.guard();
        switch (order.state()) {
            case RESTING -> {
                if (leg.state() == LegState.OPENING && guard.bothRest()) {
                    becomeProtected(turn);
                }
            }
            case REJECTED, ABSENT -> exits.exit(turn, ExitReason.PROTECTION_MISSING, Quantity.ZERO);
            case CANCELLED -> {
                boolean triggered = order.orderId() != null && !order.filled().isZero();
                if (triggered) {
                    exits.exit(turn, guard.reasonOf(order.id()), Quantity.ZERO);
                } else {
                    protectAgain(turn);
                }
            }
            case TRIGGERED -> guard.expect(turn);
            case SENT, FILLED, UNKNOWN -> {
                // A filled order speaks through its fills; an unanswered one is asked after.
            }
        }
    }

    private void onMovedStop(Turn turn, OrderRecord order) {
        Guard guard = leg.guard();
        switch (order.state()) {
            case RESTING, TRIGGERED, FILLED -> {
                guard.takeMoved(turn);
                leg.tell(turn, "stop moved");
                if (order.state() == OrderState.TRIGGERED) {
                    guard.expect(turn);
                }
            }
            case CANCELLED -> {
                if (order.filled().isZero()) {
                    keepOldStop(turn, order);
                } else {
                    guard.takeMoved(turn);
                    exits.exit(turn, ExitReason.STOP_LOSS, Quantity.ZERO);
                }
            }
            case REJECTED, ABSENT -> keepOldStop(turn, order);
            case SENT, UNKNOWN -> {
                // The old one rests until more is known.
            }
        }
    }

    private void keepOldStop(Turn turn, OrderRecord order) {
        leg.guard().dropMoved();
        leg.tell(turn, "stop not moved: " + order.state());
    }

    private void becomeProtected(Turn turn) {
        boolean news = leg.state() != LegState.OPEN;
        leg.become(LegState.OPEN);
        leg.guard().settle(turn);
        if (news) {
            leg.tell(turn, "protected");
        }
    }

    /** Protection that rested is gone; a venue that keeps cancelling it is left. */
    private void protectAgain(Turn turn) {
        if (leg.guard().mayPlaceAgain()) {
            protect(turn);
        } else {
            exits.exit(turn, ExitReason.PROTECTION_MISSING, Quantity.ZERO);
        }
    }
}
