package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Scalar;

/**
 * An order's status as the venue spells it. The set is open: new spellings end in {@code Rejected} or {@code Canceled}, which is
 * how {@link #phase()} reads them.
 */
@Scalar
public record OrderStatus(String name) {
    /** Resting, perhaps partly filled. */
    public static final OrderStatus OPEN = new OrderStatus("open");

    /** Completely filled. */
    public static final OrderStatus FILLED = new OrderStatus("filled");

    /** Cancelled by its owner. */
    public static final OrderStatus CANCELED = new OrderStatus("canceled");

    /** A trigger order that activated. */
    public static final OrderStatus TRIGGERED = new OrderStatus("triggered");

    /** Refused. */
    public static final OrderStatus REJECTED = new OrderStatus("rejected");

    /** What a status means for the order's life. */
    public enum Phase {
        /** May still fill. */
        LIVE,
        /** Completely filled. */
        FILLED,
        /** Gone, perhaps after partial fills. */
        CANCELED,
        /** Never was live. */
        REJECTED,
        /** Not a documented status: ask again. */
        UNKNOWN
    }

    /** What the status means. */
    public Phase phase() {
        return switch (name) {
            case "open", "triggered" -> Phase.LIVE;
            case "filled" -> Phase.FILLED;
            case "canceled", "scheduledCancel", "internalCancel" -> Phase.CANCELED;
            case "rejected" -> Phase.REJECTED;
            case String s when s.endsWith("Canceled") -> Phase.CANCELED;
            case String s when s.endsWith("Rejected") -> Phase.REJECTED;
            case String _ -> Phase.UNKNOWN;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
