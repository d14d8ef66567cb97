package dev.sparkstacker.hyperliquid.mapping;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.event.AccountEvent.FundingPaid;
import dev.sparkstacker.domain.event.AccountEvent.OrderUpdated;
import dev.sparkstacker.wire.info.OpenOrder;
import dev.sparkstacker.wire.ws.OrderUpdate;
import dev.sparkstacker.wire.ws.UserFundingItem;

/** What an account's streams tell, as events. */
public final class AccountUpdates {
    private AccountUpdates() {}

    /** A change of an order; {@code sz} is what remains. */
    public static OrderUpdated order(AccountId account, OrderUpdate update, VenueOrderStatus status) throws Impossible {
        OpenOrder order = update.order();
        return Impossible.guard(
                "update of order " + order.oid(),
                () -> new OrderUpdated(
                        account,
                        order.oid(),
                        AccountMapping.cloid(order.cloid()),
                        new MarketId(order.coin()),
                        status,
                        update.status().name(),
                        Amounts.price(order.limitPx()),
                        Amounts.quantity(order.sz()),
                        Amounts.quantity(order.origSz()),
                        update.statusTimestamp()));
    }

    /** Funding paid (negative) or received. */
    public static FundingPaid funding(AccountId account, UserFundingItem item) throws Impossible {
        return Impossible.guard(
                "funding in " + item.coin(),
                () -> new FundingPaid(
                        account,
                        new MarketId(item.coin()),
                        Amounts.usd(item.usdc()),
                        Amounts.signed(item.szi()),
                        Amounts.rate(item.fundingRate()),
                        item.time()));
    }
}
