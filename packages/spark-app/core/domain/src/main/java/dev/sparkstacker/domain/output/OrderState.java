package dev.sparkstacker.domain.output;

import java.util.EnumSet;
import java.util.Set;

/**
 * The life of one order, as the engine knows it.
 *
 * <pre>
 *  PENDING_SEND ──► SENT ──► RESTING ──► (TRIGGERED) ──► FILLED | CANCELLED
 *                    │ ├───► FILLED | CANCELLED (immediate or cancel)
 *                    │ ├───► REJECTED (the venue proved it)
 *                    │ └───► UNKNOWN ──► any of the above, or ABSENT
 *  DENIED (ours; never sent)
 * </pre>
 */
public enum OrderState {
    /** Journaled, about to leave. */
    SENT,
    RESTING,
    TRIGGERED,
    FILLED,
    CANCELLED,
    REJECTED,
    /** No answer; it counts as working until the venue says otherwise. */
    UNKNOWN,
    /** Concluded never to have reached the venue. */
    ABSENT;

    /** Whether the order can still execute. */
    public boolean mayExecute() {
        return this == SENT || this == RESTING || this == TRIGGERED || this == UNKNOWN;
    }

    /**
     * The states that may follow. An order that ended stays ended, but for one: the venue's answer that it executed may
     * come after its stream called it cancelled.
     */
    public Set<OrderState> successors() {
        return switch (this) {
            case SENT -> EnumSet.of(RESTING, TRIGGERED, FILLED, CANCELLED, REJECTED, UNKNOWN);
            case RESTING -> EnumSet.of(TRIGGERED, FILLED, CANCELLED, REJECTED);
            case TRIGGERED -> EnumSet.of(RESTING, FILLED, CANCELLED, REJECTED);
            case UNKNOWN -> EnumSet.of(RESTING, TRIGGERED, FILLED, CANCELLED, REJECTED, ABSENT);
            case CANCELLED -> EnumSet.of(FILLED);
            case FILLED, REJECTED, ABSENT -> EnumSet.noneOf(OrderState.class);
        };
    }
}
