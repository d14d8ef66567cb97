package dev.sparkstacker.domain;

/** Where an order stands at the venue, the venue's many words folded into what the product must tell apart. */
public enum VenueOrderStatus {
    /** Resting, or partly filled and resting; a trigger order waiting for its trigger. */
    OPEN,
    /** A trigger order has activated; its child runs. */
    TRIGGERED,
    FILLED,
    /** Gone without being wholly filled: cancelled by us, by the venue, or expired. */
    CANCELLED,
    /** Never lived. */
    REJECTED,
    /** The venue has no record of it: not the same as never placed. */
    UNKNOWN_ORDER;

    /** Whether nothing more can happen to the order. */
    public boolean isTerminal() {
        return this == FILLED || this == CANCELLED || this == REJECTED;
    }
}
