package dev.sparkstacker.domain.event;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.codec.WireId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a command: accepted, rejected by proof, or unknown. */
public sealed interface AnswerEvent extends Event {
    /** The account the command was for. */
    AccountId account();

    /** The order rests, or waits for its trigger. */
    @WireId(40)
    record OrderResting(AccountId account, ClientOrderId order, long orderId) implements AnswerEvent {}

    /** The order executed; for an immediate-or-cancel order the rest is gone. The fills themselves follow. */
    @WireId(41)
    record OrderExecuted(AccountId account, ClientOrderId order, long orderId, Quantity filled, Price averagePrice)
            implements AnswerEvent {}

    /** The venue proved that the order does not live. */
    @WireId(42)
    record OrderRejected(AccountId account, ClientOrderId order, String venueReason) implements AnswerEvent {}

    /** Nobody knows whether the order lives: timeout, reset, 5xx, 429, unreadable answer. */
    @WireId(43)
    record OrderUnanswered(AccountId account, ClientOrderId order, String detail) implements AnswerEvent {}

    /** The order was cancelled. */
    @WireId(44)
    record CancelAccepted(AccountId account, ClientOrderId order) implements AnswerEvent {}

    /** There was nothing to cancel: never placed, already cancelled, or filled. */
    @WireId(45)
    record CancelRejected(AccountId account, ClientOrderId order, String venueReason) implements AnswerEvent {}

    /** Nobody knows whether the cancel was taken. */
    @WireId(46)
    record CancelUnanswered(AccountId account, ClientOrderId order, String detail) implements AnswerEvent {}

    /** Leverage and margin mode as read back from the venue. */
    @WireId(47)
    record LeverageConfirmed(AccountId account, MarketId market, Leverage leverage, MarginMode marginMode)
            implements AnswerEvent {}

    /** Leverage or margin mode could not be set or read back. */
    @WireId(48)
    record LeverageUnconfirmed(AccountId account, MarketId market, String detail) implements AnswerEvent {}

    /**
     * The venue's word on one order.
     *
     * @param status where it stands; {@link VenueOrderStatus#UNKNOWN_ORDER} where the venue has no record
     * @param orderId the venue's id, or null where it has no record
     * @param fills every fill that carries the client id, as far as the venue remembers
     */
    @WireId(49)
    record OrderStatusRead(
            AccountId account,
            ClientOrderId order,
            VenueOrderStatus status,
            String venueStatus,
            @Nullable Long orderId,
            List<dev.sparkstacker.domain.Fill> fills,
            long readAtMs)
            implements AnswerEvent {}

    /** The order's status could not be read; it stays unknown. */
    @WireId(50)
    record OrderStatusUnread(AccountId account, ClientOrderId order, String detail) implements AnswerEvent {}
}
