package dev.sparkstacker.domain.event;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.domain.codec.WireId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened on one of our accounts, as the venue tells it. */
public sealed interface AccountEvent extends Event {
    /** The account it concerns. */
    AccountId account();

    /** An execution; the same one may be told more than once. */
    @WireId(20)
    record FillReceived(AccountId account, Fill fill) implements AccountEvent {}

    /** An order changed at the venue. {@code remaining} is what still works. */
    @WireId(21)
    record OrderUpdated(
            AccountId account,
            long orderId,
            @Nullable ClientOrderId clientOrderId,
            MarketId market,
            VenueOrderStatus status,
            String venueStatus,
            Price limit,
            Quantity remaining,
            Quantity original,
            long changedAtMs)
            implements AccountEvent {}

    /** Funding was paid (negative) or received. */
    @WireId(22)
    record FundingPaid(AccountId account, MarketId market, Usd amount, SignedQuantity size, Rate rate, long paidAtMs)
            implements AccountEvent {}

    /**
     * Everything the venue says of an account, read together.
     *
     * @param accountValue cash plus unrealised profit
     * @param withdrawable what could be withdrawn
     * @param positions every open position; absent means flat
     * @param openOrders every open order, trigger orders with their triggers
     * @param fills every fill at or after {@code fillsFromMs}
     * @param fillsFromMs from when on fills were read
     * @param readAtMs venue time when the reading began
     */
    @WireId(23)
    record AccountRead(
            AccountId account,
            Usd accountValue,
            Usd withdrawable,
            List<VenuePosition> positions,
            List<VenueOrder> openOrders,
            List<Fill> fills,
            long fillsFromMs,
            long readAtMs)
            implements AccountEvent {}

    /** The account could not be read; nothing is known of it. */
    @WireId(24)
    record AccountUnread(AccountId account, String detail) implements AccountEvent {}

    /** The venue liquidates the account. */
    @WireId(25)
    record LiquidationReported(AccountId account, Usd liquidatedNotional, Usd accountValue) implements AccountEvent {}

    /**
     * Money came into the account, or left it where the amount is negative, other than by trading and funding: deposits,
     * withdrawals, transfers. Every start tells again what the venue remembers.
     *
     * @param moveId what makes it the same move
     * @param kind the venue's name for it, such as {@code deposit}
     * @param amount by how much the account value changed
     * @param movedAtMs venue time when it moved
     */
    @WireId(26)
    record MoneyMoved(AccountId account, String moveId, String kind, Usd amount, long movedAtMs)
            implements AccountEvent {}

    /** The venue refused a request for this account for being one too many. {@code request} says which. */
    @WireId(27)
    record RateLimited(AccountId account, String request, String detail) implements AccountEvent {}
}
