package dev.sparkstacker.domain.output;

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
}
